"""The commonest words of languages, and those that say "your": what tells in which language a letter speaks, and of whose things.

Keyed by ISO 639-1. Whole words, case-folded, with plain apostrophes; languages without spaces between words are looked for as they stand.
"""

from __future__ import annotations

#: Words that nearly every letter of a language has, and its neighbours have not all of.
COMMON_WORDS: dict[str, str] = {
    "en": "the and to of is for in on with this that will you at be was are from has by an",
    "de": "der die das und ist für mit den dem zu von am im wir sie auf eine einen nicht wird bei uhr zum zur",
    "fr": "le la les et vous est pour dans avec une des du sur au nous pas sera par cette votre",
    "es": "el los las y de que para con una por está se del al en usted lo ha no",
    "it": "il di che per con una è del della alle non le si gli nel dal può sono stato",
    "pt": "o os as de para com uma não é foi da do em ao na no se será por",
    "nl": "de het een en van is voor op met niet te wordt dat we bij aan uw je naar",
    "pl": "w z na do się nie jest od dla po za że oraz został została został przez o",
    "cs": "na je se v do od pro s že jsme bude byl byla za k o ve si",
    "sk": "na je sa v do od pre s že sme bude bol bola za k o vo si",
    "sv": "och att det är för på med av till en ett inte har kan vi som hos",
    "da": "og at det er for på med af til en et ikke har kan vi som hos",
    "no": "og at det er for på med av til en et ikke har kan vi som hos",
    "fi": "ja on ei se että tai kun voit sekä myös jos ovat niin hei mukaan",
    "hu": "a az és hogy nem egy van meg is ha vagy már után között lesz",
    "ro": "și de la în cu pe din este nu a va fi pentru care o un sau",
    "tr": "ve bir için bu ile olarak tarihinde saat olan daha en kadar sonra gibi ise",
    "ru": "и в на не с по для что от до за у при или будет был",
    "uk": "і в на не з по для що від до за у при або буде був та",
    "bg": "и в на не с по за че от до при или ще беше е са",
    "hr": "i u na je za se ne od do s da će ili biti su",
    "sl": "in v na je za se ne od do s da bo ali so",
    "el": "και το η ο την του της για με από στο στη θα να δεν",
    "ar": "في من على إلى أن هذا هذه تم مع عن",
    "he": "את של על לא עם זה כי או גם יש",
    "id": "dan yang di untuk dengan ini telah dari akan pada tidak",
    "vi": "và của đã được cho với trong là không này từ",
}

#: "Your", spoken to one or to many; in languages that say it by an ending, the words it is oftenest said of.
YOUR_WORDS: dict[str, str] = {
    "en": "your yours you've you're you'll",
    "de": "ihr ihre ihren ihrem ihrer ihres ihnen dein deine deinen deinem deiner dir euer eure euren",
    "fr": "votre vos vôtre ton tes",
    "es": "su sus tu tus te vuestro vuestra vuestros",
    "it": "suo sua suoi sue tuo tua tuoi tue vostro vostra vi",
    "pt": "seu sua seus suas teu tua vosso vossa",
    "nl": "uw je jouw jullie u",
    "pl": "twój twoje twoja twojego twojej twoich ci państwa państwu pana pani",
    "cs": "váš vaše vaši vašeho vaší vašem vám vás tvůj tvoje",
    "sk": "váš vaše vašu vašej vášho vám vás",
    "sv": "din ditt dina dig er ert era",
    "da": "din dit dine dig jeres",
    "no": "din ditt dine deg deres",
    "fi": "sinulle sinun teille teidän tilauksesi tilauksenne laskusi tilisi pakettisi",
    "hu": "ön önnek önt öné rendelésed rendelése csomagod számlája",
    "ro": "ta tău tale dvs dumneavoastră dvs te",
    "tr": "siparişiniz siparişinizi hesabınız hesabınıza hesabınızdan talebiniz talebinizi kargonuz paketiniz faturanız sizin size",
    "ru": "ваш ваша ваше ваши вашего вашей вашем вашу вам твой",
    "uk": "ваш ваша ваше ваші вашого вашу вам",
    "bg": "вашата вашия вашият вашето вашите ви вас",
    "hr": "vaš vaša vaše vašu vam vas",
    "sl": "vaš vaša vaše vašo vam vas",
    "el": "σας σου",
    "ar": "طلبك طلبكم حسابك حسابكم فاتورتك شحنتك لك لكم",
    "he": "שלך שלכם הזמנתך חשבונך",
    "id": "anda pesananmu akunmu",
    "vi": "bạn quý",
}

#: The same where there is no space between words.
UNSPACED_YOUR_WORDS: dict[str, tuple[str, ...]] = {
    "ja": ("お客様", "お客さま", "ご注文", "お荷物", "ご利用", "ご予約", "ご請求", "お届け"),
    "zh": ("您的", "您正在", "尊敬的", "贵司的"),
    "ko": ("고객님", "회원님", "주문하신"),
}
