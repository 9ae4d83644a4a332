"""core/inquiry/thanks.py: thanks and nothing else, in many languages; and what a customer adds to them."""

from __future__ import annotations

import pytest

from tests.samples import facts
from watcher.core.inquiry import lexicon
from watcher.core.inquiry.thanks import Thanks, is_bare_thanks, judge_thanks, may_be_bare_thanks
from watcher.core.message.model import Address

HOUSE = ("anna@example.com",)

BARE = """
Thank you very much!
Thanks!
Thanks, Anna.
Thanks a lot for your quick reply, and have a nice weekend!
Hi Anna, great, thank you so much for your help! Best regards, Carol
Got it, thanks 👍
Vielen Dank!
Vielen Dank für die schnelle Antwort. Ihnen auch ein schönes Wochenende!
Sehr geehrte Frau Meier, herzlichen Dank für Ihre Hilfe. Mit freundlichen Grüßen Carol
Danke schön, das hat mir sehr geholfen.
Merci beaucoup pour votre réponse rapide. Bonne journée !
Je vous remercie. Cordialement
Muchas gracias por su ayuda. Que tenga un buen día. Saludos
Mille grazie per la risposta! Buona giornata
Muito obrigada pela ajuda. Bom fim de semana!
Hartelijk dank voor uw snelle antwoord. Fijne dag nog!
Bedankt!
Bardzo dziękuję za szybką odpowiedź. Pozdrawiam
Dziękuję i miłego dnia
Moc děkuji za rychlou odpověď. Hezký den
Tack så mycket för snabbt svar! Ha en trevlig helg
Tusen takk for hjelpen! Ha en fin dag
Mange tak for hjælpen. God weekend
Tak!
Kiitos paljon avusta! Hyvää viikonloppua
Спасибо большое за быстрый ответ! Хорошего дня.
Щиро дякую за допомогу! Гарного дня
Çok teşekkür ederim. İyi çalışmalar
Nagyon köszönöm a gyors választ! További szép napot kívánok
Vă mulțumesc mult pentru răspuns. O zi bună!
Σας ευχαριστώ πολύ για την άμεση απάντηση. Καλή συνέχεια
ご返信ありがとうございます。今後ともよろしくお願いいたします。
お世話になっております。迅速なご対応、誠にありがとうございました。
谢谢您的回复！祝您工作顺利。
謝謝！
답변 감사합니다. 좋은 하루 되세요.
شكرا جزيلا لكم على سرعة الرد
תודה רבה על העזרה! יום טוב
Many thanks for the clear explanation, it works again. My wife will be delighted! Have a good rest of the week.
Noted, thanks. Please do not hesitate to contact me if you need anything else.
Danke vielmals, das hat wunderbar geklappt. Ihnen und dem ganzen Team frohe Weihnachten und einen guten Rutsch ins neue Jahr!
Vielen Dank Herr Dr. Meier, jetzt ist alles klar. Bleiben Sie gesund. Viele Grüße aus Hamburg
Merci vielmal, en schöne Obig!
Gern geschehen, wir danken Ihnen!
Un grand merci pour vos conseils, tout fonctionne à nouveau. Excellentes fêtes à toute l'équipe.
Je vous remercie. Je vous prie d'agréer, Madame, Monsieur, l'expression de mes salutations distinguées.
Gracias por su paciencia, ya funciona todo. Mi hija estará encantada. Feliz Navidad
La ringrazio della gentilezza, problema risolto. Distinti saluti
Agradeço os esclarecimentos, ficou tudo claro. Resto de boa semana!
Bedankt voor uw moeite, het werkt weer! Prettige feestdagen voor u en uw team.
Dziękuję Panu serdecznie za cierpliwość, już działa. Wesołych Świąt!
Díky za ochotu, už to funguje. Přeji klidné svátky
Ďakujem za pomoc, všetko je jasné. Pekný víkend
Hvala za pomoč, zdaj deluje. Lep dan!
Puno hvala na strpljenju, sve je jasno. Ugodan vikend!
Хвала вам, све ради. Пријатан дан!
Благодаря за търпението, всичко е ясно. Приятен ден!
Огромное спасибо, всё заработало! С наступающими праздниками!
Дякую за пораду, все зрозуміло. Гарних свят!
Tack för rådet, nu fungerar det igen. God jul!
Takk for tålmodigheten, det virker igjen. Fortsatt fin dag!
Tak for rådet, nu virker det igen. Glædelig jul!
Kiitos neuvoista, nyt toimii taas. Hyvää joulua!
Tänan abi eest, kõik töötab. Ilusat päeva!
Paldies par palīdzību, viss strādā. Jauku dienu!
Ačiū už pagalbą, viskas veikia. Geros dienos!
Köszönöm a türelmét, már működik. Kellemes ünnepeket!
Mulțumesc pentru răbdare, acum totul funcționează. Sărbători fericite!
Ευχαριστώ για την υπομονή σας, όλα λειτουργούν. Καλές γιορτές!
Biz teşekkür ederiz. İyi bayramlar dileriz.
Teşekkür ederim Burak Bey, sorun çözüldü. Kolay gelsin
おかげさまで解決しました。ありがとうございました。よいお年をお迎えください。
问题解决了，非常感谢！祝新年快乐
덕분에 잘 해결되었습니다. 감사합니다. 즐거운 명절 보내세요
شكرا على صبركم، الآن فهمت. عيد مبارك
תודה על הסבלנות, הכל ברור. חג שמח!
Terima kasih atas bantuannya, sudah jelas. Selamat siang
Cảm ơn bạn, tôi đã hiểu. Chúc bạn cuối tuần vui vẻ!
ขอบคุณมากค่ะ เข้าใจแล้วค่ะ
Gràcies per l'ajuda, tot clar. Bon cap de setmana
Merci villmools fir är Hëllef! Schéine Weekend
Dankie vir die hulp! Geniet die naweek
Kærar þakkir fyrir hjálpina. Eigðu góðan dag
Faleminderit shumë për ndihmën. Ditë të mbarë!
Oh, that is a weight off my mind. You are an absolute star, thank you!
Found it in my spam, thanks. No need to reply.
Dear Anna, my profound gratitude for your courteous assistance. Remain blessed. Best regards, Carol
Ach so, jetzt weiß ich Bescheid. Danke fürs Nachsehen! Viele Grüße an das Team
Da fällt mir ein Stein vom Herzen. Vielen Dank, Sie sind ein Schatz!
Ah, me voilà rassurée. Merci d'avoir pris le temps de me répondre, et belle soirée à toute l'équipe.
Merci, vous êtes un amour. Bonnes vendanges !
Qué alivio, mil gracias por avisar. Feliz Semana Santa a todos
Dios se lo pague, muchas gracias. Bendiciones
Grazie per avermelo detto in tempo. Allora buone ferie e buon ferragosto!
Problema risolto, siete degli angeli. Grazie di cuore
Que alívio, muito obrigada por ter respondido tão depressa. Boas entradas para todos
Zo zit dat! Bedankt voor het uitzoeken, u bent een engel.
Kamień z serca. Dziękuję z całego serca, dużo zdrowia!
Spadl mi kámen ze srdce, moc děkuji. Pozdravujte všechny
Tack för att du tog dig tid, vilken lättnad! Glad midsommar
Supert, da vet vi det. Takk for raskt svar, og god tur til fjells!
Nu går det op for mig. Tusind tak for hjælpen, og hils i butikken.
Löytyi roskapostista, kiitos paljon. Hyvää juhannusta
Гора с плеч, огромное спасибо, вы нас выручили! Здоровья вам и вашим близким.
Камінь з душі, щиро дякую. Мирного неба!
Благодаря от сърце, бъдете живи и здрави!
Sărumâna, mulțumesc frumos, sunteți o comoară. Multă sănătate!
Isten áldja, nagyon köszönöm a felvilágosítást. Kézcsókom a kedves feleségének
Σας ευχαριστώ από καρδιάς, να είστε πάντα καλά. Καλή Σαρακοστή!
Allah razı olsun, ellerinize sağlık. Hayırlı işler
なるほど、そういうことでしたか。教えていただきありがとうございました。取り急ぎお礼まで
原来如此，辛苦了，十分感谢！
아하 그렇군요 ㅎㅎ 친절한 답변 감사합니다~ 번창하세요^^
جزاك الله خيرا، بارك الله فيكم. كل عام وأنتم بخير
תודה ענקית, את פשוט אלופה. שבת שלום
سرکار خانم رضایی از لطف شما بی‌نهایت سپاسگزارم، دست شما درد نکند.
Bahut bahut dhanyavaad, aapko Diwali ki hardik shubhkamnayein
Makasih banyak kak atas ilmunya, sukses selalu
Grazzi ħafna tal-għajnuna. Il-ġurnata t-tajba
"""
MORE = """
Thanks, please send 40 of them.
Thank you, we accept.
Thanks, order attached.
Yes please, go ahead.
Yes, thanks!
Thanks, we take it
Thank you. Monday is fine.
Thanks, 40
Great, thanks, and when?
Thanks! Call me.
Thank you Accepted
Thanks for your offer, sold
No thanks.
Danke, wir nehmen das Angebot an
Danke, bitte schicken Sie die Rechnung.
Vielen Dank, passt, bestellt!
Ja, danke.
Gerne, vielen Dank
Ja super, danke
Merci, avec plaisir
Con mucho gusto, gracias
Taip, ačiū
Ya, terima kasih
Так, дякую
Danke, 3 Stück
Merci, nous acceptons votre devis
Merci, c'est d'accord, envoyez la facture
Oui merci
Gracias, acepto el presupuesto
Sí, gracias
Muchas gracias, envíe dos más
Grazie, procedete pure
Grazie, accettiamo il preventivo
Obrigado, pode enviar
Bedankt, stuur maar op
Ja graag, bedankt
Dziękuję, zamawiam
Tak, dziękuję
Děkuji, objednávám dva kusy
Ano, děkuji
Tack, vi tar erbjudandet
Ja tack
Takk, vi bestiller ti
Ja takk
Tak, vi tager imod tilbuddet
Ja tak
Kiitos, tilaamme kaksi
Kyllä kiitos
Спасибо, пришлите счёт
Да, спасибо
Дякую, надішліть рахунок
Teşekkürler, sipariş vermek istiyoruz
Köszönöm, megrendelem
Igen, köszönöm
Mulțumesc, accept oferta
Ευχαριστώ, δεχόμαστε την προσφορά
ありがとうございます。では40個お願いします。
谢谢，请发40个
謝謝，我們接受
감사합니다. 40개 보내 주세요.
شكرا، أرسلوا الفاتورة
תודה, אנחנו מזמינים
Thank you in advance!
Vielen Dank im Voraus!
Merci d'avance
Alvast bedankt
That would be great, thanks.
Great, Friday! Thanks.
Great, the weekend. Thanks
Thanks, the quick one
Thanks, the offer is great
Thanks, I'll have that, great.
Thank you, help me
Thank you, I wish information
Thanks, still waiting.
Thanks, we'll come back to you.
Thank you for your help. It is not solved.
Thank you for cancelling my booking.
Thanks. More
Danke, aber es läuft nicht.
Danke, die schnelle
Danke, schön, morgen
Danke, schön, nächste Woche
Danke, das wird super
Danke, ich möchte das alles
Danke für ein Angebot
Danke für Rückmeldung
Danke. Ihre Antwort
Danke, ich melde mich.
Merci pour un devis
Merci, ce sera parfait
Merci, mais ça ne marche pas.
Gracias, quiero todo
Gracias, estará bien
Grazie, va bene martedì
Obrigado, fico com duas
Tack, vi vill ha det
Tack, vi kommer, super
Tak, jeg vil gerne have det
Takk, det blir fint
Dziękuję, będzie świetnie
Спасибо, будет отлично
Jó lesz, köszönöm
Hvala, bo super
Teşekkürler ama çalışmıyor
Super Angebot, danke
I am happy with the quote, thanks
Danke für das Angebot, wir sind begeistert
Merci, ça marche
Merci pour le devis, parfait
Bedankt, is goed
Gut, danke
Está bien, gracias
Está bem, obrigado
Det är bra, tack
Det er fint, tak
Dobra, dzięki
Dobře, děkuji
U redu, hvala
Хорошо, спасибо
Добре, дякую
Gerai, ačiū
Jó, köszönöm
Bine, mulțumesc
Baik, terima kasih
좋습니다. 감사합니다
Dank u, alles
Danke, alles
Thanks, more than happy
"""


def sentences(text):
    return [line for line in text.split("\n") if line]


def message(text, **more):
    return facts(from_=(Address("carol@customer.example", "Carol Miller"),), text=text, **more)


@pytest.mark.parametrize(
    ("text", "may_be"),
    [
        ("Thanks a bunch, that sorts the flux capacitor!", True),
        ("Super, danke, der Kessel schnurrt wieder wie ein Kätzchen.", True),
        ("Merci, la chaudière ronronne.", True),
        ("Thanks! When will the flux capacitor come?", False),
        ("Thanks, please send the flux capacitor.", False),
        ("Danke, wir brauchen noch den Kessel.", False),
        ("Thanks, we are at 14 High Street.", False),
        ("The flux capacitor runs like a kitten.", False),
        ("Thanks. " + "The flux capacitor runs like a kitten. " * 9, False),
        ("", False),
    ],
)
def test_a_few_words_of_thanks_that_want_nothing_known_are_asked_about(text, may_be):
    assert not is_bare_thanks(message(text), HOUSE)
    assert may_be_bare_thanks(message(text)) is may_be


@pytest.mark.parametrize(
    ("text", "is_reply", "judged"),
    [
        ("Thank you, Roland!", True, Thanks.YES),
        ("Thanks a bunch for the flux capacitor!", True, Thanks.PERHAPS),
        ("Thanks a bunch for the flux capacitor!", False, Thanks.NO),
        ("How much are forty of them?", True, Thanks.NO),
    ],
)
def test_thanks_may_be_meant_in_an_answer_alone(text, is_reply, judged):
    assert judge_thanks(facts(text=text, is_reply=is_reply), frozenset({"roland@example.com"})) is judged


def test_whom_somebody_may_thank_by_name_depends_on_the_house():
    written = facts(text="Thank you, roland!", is_reply=True)
    assert judge_thanks(written, frozenset({"roland@example.com"})) is Thanks.YES
    assert judge_thanks(written, frozenset({"anna@example.com"})) is not Thanks.YES


def test_a_file_beside_words_of_thanks_is_more_than_thanks():
    assert not may_be_bare_thanks(message("Thanks a bunch for the flux capacitor!", attachments=("plan.pdf",)))


@pytest.mark.parametrize("text", sentences(BARE))
def test_thanks_greetings_and_wishes_ask_for_nothing(text):
    assert is_bare_thanks(message(text), HOUSE)


@pytest.mark.parametrize("text", sentences(MORE))
def test_any_other_word_asks_again(text):
    assert not is_bare_thanks(message(text), HOUSE)


def test_a_polish_yes_is_no_danish_thanks():
    assert not is_bare_thanks(facts(from_=(Address("jan@klient.pl"),), text="Tak!"))
    assert not is_bare_thanks(message("Tak!\n\n> Czy mamy wysłać ofertę?"))


@pytest.mark.parametrize("signature", ["Carol Miller\nMiller Roofs Ltd\n4 Mill Lane, 20111 Hull\nTel: +44 20 7946 0018\nwww.miller.example",
                                       "Best regards,\nCarol Miller\nHead of Sales | Miller & Sons GmbH\ncarol@customer.example",
                                       "Kind regards\nCarol\n\nSent from my iPhone", "-- \nbuy our roofs"])  # fmt: skip
def test_a_signature_is_not_what_is_said(signature):
    assert is_bare_thanks(message(f"Thank you very much!\n\n{signature}"))
    assert not is_bare_thanks(message(f"Thank you, we accept.\n\n{signature}"))


@pytest.mark.parametrize("more", ["PS: please send 40 of them", "please call +44 20 7946 0018", "we take two"])
def test_a_wish_below_the_name_is_a_wish(more):
    assert not is_bare_thanks(message(f"Thank you!\n\nBest regards\nCarol\n\n{more}"))


def test_a_file_is_more_than_thanks_and_the_picture_of_a_signature_is_not():
    assert not is_bare_thanks(message("Thanks!", attachments=("order.pdf",)))
    assert is_bare_thanks(message("Thanks!", attachments=("image001.png",)))


def test_a_quotation_is_not_what_is_said():
    assert is_bare_thanks(message("Thanks!\n\nOn Mon, Anna <anna@example.com> wrote:\n> Shall we send 40 of them?"))


@pytest.mark.parametrize("name", ["Carol", "C. Miller", "Carol & Max", "Familie Miller"])
def test_below_regards_stand_names(name):
    assert is_bare_thanks(message(f"Vielen Dank!\n\nViele Grüße\n{name}"))


def test_a_telephone_s_line_needs_no_regards_above():
    assert is_bare_thanks(message("Dankeschön!!!\n\nVon meinem Galaxy gesendet"))
    assert not is_bare_thanks(message("Dankeschön!!!\n\nZwei Stück\n\nVon meinem Galaxy gesendet"))


def test_whoever_wrote_what_is_quoted_may_be_thanked_by_name():
    quoted = "\n\n> Yes, that is so.\n>\n> Kind regards,\n> Morag\n> Hotel"
    assert is_bare_thanks(message(f"Many thanks Morag.{quoted}"))
    assert not is_bare_thanks(message(f"Many thanks Hotel.{quoted}"))


def test_an_answer_below_a_quotation_is_read():
    assert is_bare_thanks(message("> It opens at nine.\n\nDear Anna,\n\nthank you for the quick information."))
    assert not is_bare_thanks(message("> It opens at nine.\n\nDear Anna,\n\nthank you, two tickets."))


def test_a_language_nobody_speaks_is_not_loaded():
    lexicon.load_lexicon.cache_clear()
    assert not is_bare_thanks(message("Bitte senden Sie uns 40 davon."))
    assert not lexicon.load_lexicon.cache_info().currsize
    assert is_bare_thanks(message("Vielen Dank!"))
    assert lexicon.load_lexicon.cache_info().currsize
