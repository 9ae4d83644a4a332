"""Turkish."""

from __future__ import annotations

from watcher.core.inquiry.pleasantries.words import Pleasantries

WORDS = Pleasantries(
    thanks="""
        teşekkürler teşekkür_(ederim|ederiz|ediyorum|ediyoruz) teşekkürlerimi teşekkürlerimizi teşekkür sağ_ol(|un|unuz) sağolun
        sağol sağolunuz tşk tşkler tesekkurler tesekkur tesekkürler minnettarım minnettarız eyvallah teşekkürü_borç_bilirim
        allah_(sizden_|senden_|)razı_olsun
        (elinize|ellerinize|ağzınıza|yüreğinize|emeğinize|dilinize)_(ve_(emeğinize|dilinize|yüreğinize)_|dilinize_|)sağlık
        sağolasınız var_olun varolun müteşekkirim müteşekkiriz teşekkürler_efendim
    """,
    thanked="""
        çok tekrar gerçekten her şey için size sizlere sana hepinize tüm herkese ve bir kez daha defa içtenlikle canı gönülden yürekten sonsuz binlerce ediyorum ediyoruz ederim ederiz ben biz ayrıca sunarım sunarız bütün kadar bu da de ekibinize ekibe
        hızlı nazik detaylı güzel ilgili açıklayıcı değerli kıymetli içten samimi çabuk açık yararlı faydalı güler_yüzlü sabırlı profesyonel
        cevabınız cevap cevaplarınız yanıtınız yanıtlarınız yanıt ilginiz ilginize ilgi alakanız alaka yardımınız yardımlarınız yardımınıza yardımlarınıza yardımcı_olduğunuz bilgi bilgiler bilgilendirme bilgilendirmeniz dönüşünüz dönüşünüze geri desteğiniz desteğinize mesajınız mailiniz emeğiniz emekleriniz emeğinize sabrınız sabrınıza anlayışınız anlayışınıza tavsiyeniz tavsiyeleriniz öneriniz önerileriniz açıklamanız açıklamalarınız zamanınız zaman_ayırdığınız nezaketiniz hizmetiniz hizmet çabanız hassasiyetiniz vakit_ayırdığınız ayırdığınız misafirperverliğiniz
        (hızlı|çabuk|anında|ayrıntılı|açıklayıcı|içten|samimi|dürüst)_(cevabınız|yanıtınız|dönüşünüz|geri_dönüşünüz|ilginiz|cevap|yanıt)_için
        (her_şey|yardımlarınız|ilginiz|emeğiniz|sabrınız|dürüstlüğünüz|nezaketiniz|anlayışınız|zaman_ayırdığınız|vakit_ayırdığınız|cevap_verdiğiniz|ilgilendiğiniz|yardımcı_olduğunuz|bilgilendirdiğiniz|açıkladığınız)_için
        kalpten candan can-ı_gönülden
    """,
    praise="""
        çok_(iyi|güzel)
        çok_(sevinecek|mutlu_olacak)
        süper harika mükemmel naziksiniz naziksin muhteşem şahane başarılı iyisiniz harikasınız yardımcı_oldunuz kibarsınız ilgilisiniz
        sevindim sevindik sevinecek sevinecektir mutlu mutluyum mutluyuz memnun memnunum memnunuz memnun_(kaldım|kaldık|oldum|olduk) rahatladım çözüldü çözülmüş halloldu halledildi anlaşıldı anladım işe_yaradı
        (şimdi|artık|tekrar|yeniden|her_şey|şu_an)_(çalışıyor|düzeldi)(|_harika|_sorunsuz) (sorunsuz|düzgün|tekrar)_çalışıyor işime_yaradı (tam_|)(istediğim|aradığım|öğrenmek_istediğim)_buydu açık_ve_net net
    """,
    praised="bu çok gerçekten oldu oldunuz her şey şimdi artık bana bize sorun sorunum sorunumuz problem eşim kızım oğlum annem babam ailem çocuklar patronum arkadaşım cevabınız yardımınız hizmetiniz ne kadar sizin sayenizde sizden tamamen de da buna haber bir gayet",
    wished="""
        günler çalışmalar akşamlar haftalar hafta_sonu hafta_sonları tatiller bayramlar seneler yıllar gün akşam pazarlar hafta
        bayram yıl ramazanlar kandiller işler cumalar geceler sağlık başarılar tatil bayramınız ramazanınız yeni_yılınız yılınız
        cumanız kazançlar sabahlar iftarlar noeller
        yolculuklar satışlar hasatlar sezonlar ömürler günleriniz_olsun
    """,
    good="""
        iyi güzel mutlu keyifli hayırlı bol huzurlu sağlıklı mübarek kutlu başarılı nice neşeli şimdiden_iyi
        bereketli
    """,
    wishing="""
        şimdiden dilerim dileriz dileğiyle diliyorum diliyoruz size de herkese tüm ekibe ekibinize ailenize ve bir sağlıklı yeni
        geçirmenizi geçirin olsun dileklerimle dileklerimizle sizlere da hepinize ramazan kurban kandiliniz işlerinizde
        efendim
    """,
    common="ve çok size ben biz da de ayrıca tekrar gerçekten",
    formulas="""
        şimdi_(anladım|anlaşıldı|oldu) bu_her_şeyi_açıklıyor içim_rahatladı içim_rahat_etti
        siz_(harikasınız|mükemmelsiniz|en_iyisisiniz) sizi_herkese_(tavsiye_edeceğim|öneririm|tavsiye_ederim) beş_yıldız
        her_şey_ulaştı buldum sorun_(buymuş|oydu) ekibe_selamlar herkese_selamlar
        çok_(incesiniz|naziksiniz|kibarsınız|düşüncelisiniz) iyi_yolculuklar geçmiş_olsun ok tamam_ve anladım anlaşıldı not_aldım
        not_ettim her_şey_(açık|tamam|anlaşıldı) kolay_gelsin görüşmek_(üzere|dileğiyle) görüşürüz (size|sizlere)_de hoşça_kal(|ın)
        hoşçakalın allah_(razı_olsun|razı_olsun_sizden|bereket_versin|emanet_olun) allaha_(emanet_olun|ısmarladık) güle_güle
        rica_(ederim|ederiz) ne_demek bir_şey_değil (biz|ben|asıl_biz|asıl_ben)_(de_|)teşekkür_(ederim|ederiz) önemli_değil
        kendinize_iyi_bakın iyi_ki_varsınız elinize_sağlık emeğinize_sağlık ellerinize_sağlık eksik_olmayın var_olun tebrikler
        tebrik_ederim bilmek_güzel bilginize_sunarım çok_yaşayın kusura_bakmayın hayırlı_olsun hepsi_bu
        ah oh oh_be aa ay hah yaşasın (şimdi_|tamam_|)(anladım|anlaşıldı|anladık|her_şey_net|gayet_net|aklıma_yattı)
        (spam|istenmeyen|gereksiz)_(klasöründeymiş|kutusundaymış|klasörüne_düşmüş|a_düşmüş) (buldum|bulduk)(|_onu) içimiz_rahatladı
        yüreğime_su_serptiniz (çok_güzel_|mükemmel_|harika_|saat_gibi_|yeni_gibi_|tıkır_tıkır_)(çalışıyor|oldu|olmuş|çıktı)
        gibi_yeni (sorun_|problem_|)(çözüldü|halloldu|giderildi|kalmadı) cevap_(yazmanıza|vermenize)_gerek_yok
        sadece_teşekkür_etmek_istedim
        (siz|sizler|sen)_(bir_|gerçekten_|)(harikasınız|melek|meleksiniz|harika|süpersiniz|bir_tanesiniz|çok_iyisiniz|harikasın)
        (allah|rabbim|mevla)_(sizi_|size_|)(korusun|bereket_versin|yardımcınız_olsun|sağlık_versin|işinizi_rast_getirsin|gönlünüze_göre_versin|bereketini_versin)
        (herkese|ekibe|ailenize|eşinize|ustaya)_(çok_|)selam(|lar|_söyleyin) selam_söyleyin
        (ne_kadar_|çok_|ne_)(naziksiniz|kibarsınız|incesiniz|ilgilisiniz|hızlısınız|güzel)
        (süper|harika|mükemmel|muhteşem|on_numara)_(hizmet|ilgi|servis|bir_hizmet) hürmetler hürmetlerimle selametle bereketli_olsun
        rast_gelsin
    """,
    greetings="merhaba merhabalar selam selamlar iyi_günler günaydın iyi_akşamlar tünaydın selamün_aleyküm sayın(|_yetkili|_yetkililer|_ilgili|_hocam) sevgili değerli(|_yetkili|_ekip|_arkadaşlar)",
    closings="saygılarımla saygılarımızla saygılar sevgiler sevgilerimle selamlar selamlarımla dileklerimle iyi_çalışmalar hürmetler hürmetlerimle saygı",
    closed="iyi en derin ve sevgi saygı saygılarımı sunar sunarım sunarız içten kolay selam arz ederim ederiz",
    titles="dr prof av",
    titles_after="bey hanım beyefendi hanımefendi abi abla hocam beye hanıma",
    functions="müdür müdürü genel satış satınalma sahibi yönetici uzmanı uzman asistanı muhasebe departmanı mühendis avukat",
    footers="bu_(e-posta|mesaj|ileti|elektronik) çevreyi_düşünün lütfen_çevreyi gizlilik yasal_uyarı gönderildi iphone'umdan ipad'imden yazdırmadan_önce",
)
