"""Turkish."""

from __future__ import annotations

from watcher.core.rules.languages.words import (
    AbsenceWords,
    CircularWords,
    LanguageWords,
    LetterWords,
    NoticeWords,
    VoiceWords,
)

WORDS = LanguageWords(
    absence=AbsenceWords(
        away=(
            "ofis dışında|ofiste değil|izinde|izindeyim|tatilde|izinli|yıllık izin|seyahatte|ofisimiz kapalı|"
            "(ofisimiz|mağazamız|işyerimiz|dükkanımız) (kapalı|kapalıdır)|doğum izni|raporluyum|hastalık izni|"
            "artık (şirket|burada|bu)|ayrıldım|ayrılmış|ofis dışın|seyahatteyim|tatildeyim|izinde olacağım"
        ),
        added=(
            "döneceğim|dönüş|tarihine kadar|kadar|acil|iletişime|ulaşabilirsiniz|yanıtlay|cevapla|dönünce|döndüğümde|"
            "itibaren|yazabilir|arayabilir|tekrar|yönlendir|cevap"
        ),
        maybe_away=(
            r"izin(de|li)|hasta(yım|lık|nede)|cenaze|kapalı|fuar|seyahat|\p{L}*izni(nde|ndeyim)|ofiste|çalışmıyorum|"
            "yarı zamanlı|tatil|iş gezisi|görev(den)? ayrıl|yurt ?dışında|bayram"
        ),
        answers=(
            "yerime|vekalet|iş arkadaşım|sınırlı|dönüşümde|dönünce|döneceğim|yanıtlayacağım|cevaplayacağım|acil|"
            "bir sonraki iş günü|kontrol edem|dönüşte"
        ),
        alone=(
            "yokluğumda|yerime .{0,40}(bakmakta|bakıyor|bakacak)|"
            r"(e-?posta|mail)\p{L}*.{0,30}sınırlı (erişim|erişebil)|"
            "o zamana kadar .{0,30}(bakmıyorum|okumuyorum|kontrol etmiyorum|bakamayacağım)|"
            r"(yanıt|cevap)(ımız|lamamız)? .{0,25}(gün|saat)\p{L}* (bulabilir|sürebilir)"
        ),
        everyday_away=(
            "raporlu|grip|vefat|devraldı|"
            "birkaç gün|dinleniyorum|izin gün|resmi tatil|bayram|arife|ara ver|(arasında|tarihleri arasında) kapalı|hastane|ameliyat|"
            "kurs(ta|tayım)|eğitimde|seminerde|sayım|balayı|artık .{0,30}(değilim|çalışmıyor)|ayrıldı|grev|karantina|son iş gün|"
            r"bayram tatil\p{L}*|taşın\p{L}+|tadilat\p{L}*|kırıldı|alçıda|düğün\p{L}*|fuar\p{L}*|yoldayım|yurt dışı\p{L}*|çekmiyor|"
            "yokum|burada değilim|ofiste yokum|(pazartesi|salı|çarşamba|perşembe|cuma)(leri|ları)? (çalışmı|yok)|dinleniyoruz|"
            r"artık .{0,30}ilgilenmiyor|raporluyum|(doğum|babalık|annelik|hastalık|yıllık|bayram|evlilik) (izn|tatil)\p{L}*|"
            "(şantiyede|hastanede|fuarda|eğitimde|seyahatte|yurt ?dışında|denizde|dağda|tatilde|raporluyum|istirahatte|cenaze|yaslı|"
            r"emekli|askerde)\p{L}*|"
            r"(atölye|dükkan|dükkân|mağaza|ofis|fırın|ekip|makineler)\p{L}* (kapalı|dinlen|dur|tatil|mola)\p{L}*|(baba|anne) oldum|"
            r"(sadece|yalnızca) .{0,25}çalışıyorum|yarı zamanlı|(babam|annem|eşim|kardeşim) .{0,10}(vefat|öldü)|kaza|ameliyat\p{L}*|"
            "(internet|çekmiyor|şebeke|sinyal) ?(yok|çekmiyor)?"
        ),
        everyday_answers=(
            "işbaşı|ilgilen|işlerim|okunma|okunmuyor|size dön|döneriz|dönüş yap|müsait|yazın|yazabilirsiniz|yarın|bilgisayarsız|"
            r"haftaya|devral|okuyacağım|kontrol edil|iş başı|görüş(ür|mek)\p{L}*|"
            "(pazartesi|salı|çarşamba|perşembe|cuma)(ye|ya|den)? (kadar|sonra|itibaren)|yardımcı (olur|olacak)|yerime|"
            "(paketler|siparişler) .{0,15}(çıkar|çıkacak|gönderil)|yarın sabah|hepsini okurum|"
            "(pazartesi|salı|çarşamba|perşembe|cuma)(ye|ya) kadar|"
            r"(yürütüyor|bakıyor|ilgileniyor|devraldı|vekalet|üstlendi|takip ediyor|yerime)\p{L}*|sırayla|sırasıyla|"
            r"(postalarıma|maillerime|e-postalarıma|mesajlara|postaya) .{0,20}(bak|dön|oku)\p{L}*|acilse|acil (ise|durum|konu)\p{L}*|"
            "(döneceğim|döneceğiz|dönüyorum|dönüşte|dönüşümde|açılıyoruz|başlıyoruz)|tekrar|yeniden|itibaren|kadar"
        ),
        subjects=(
            r"izinde|tatilde|yıllık izin|kapalıyız|(kapalıyız|seyahatteyim)|mesajınız(ı aldık| için teşekkür)?\p{L}*|"
            r"e-postanız(ı aldık| için)?\p{L}*|(bayram|yaz|kış|yılbaşı|sömestr) tatil\p{L}*|"
            r"(kapalıyız|izindeyim|izindeyiz|tatildeyiz|tatildeyim|yokuz|raporluyum|şehir dışında)\p{L}*|"
            r"kapalı (olacağız|kalacak|günler)|emekli\p{L}*|(dükkan|mağaza|atölye|ofis|işyeri)\p{L}* (kapalı|tatilde)"
        ),
        trade=r"siparişler(?!im)\p{L}*|faturalar\p{L}*|teklifler\p{L}*|(işleme alınacak|gönderilecek|kargolanacak|teslim edilecek)\p{L}*",
        arranges=(
            r"kabul ed(iyoruz|iyorum)|onaylıyor\p{L}*|onaylandı|uygun(dur|uz|um)?(?!\p{L})|tamam(dır)?(?!\p{L})|"
            r"anahtar\p{L}* (komşu|kapıcı|var|bırak)\p{L}*|(eşim|oğlum|kızım|komşu\p{L}*|kapıcı)\p{L}* (ev|var|aç|bekle)\p{L}*|"
            "istediğiniz zaman|kapora|havale|ödendi"
        ),
        urgent="acil",
    ),
    notices=NoticeWords(
        automatic=(
            "otomatik bir mesaj; otomatik mesaj; otomatik yanıt; otomatik olarak oluşturul; "
            "otomatik olarak gönderil; otomatik gönderil; otomatik bir e-posta; yanıtlamayınız; yanıt vermeyiniz; "
            "cevaplamayınız; lütfen yanıtlamayın; lütfen cevaplamayın; bu adrese gönderilen"
        ),
        receipt=(
            "numarasıyla kaydedil; kaydınız oluşturuldu; mesajınız alındı; mesajınızı aldık; mesajınız tarafımıza; talebiniz alın; "
            "talebinizi aldık; talebiniz tarafımıza; talebiniz * alın; talebiniz kaydedil; başvurunuz alın; başvurunuzu aldık; "
            "e-postanız alındı; e-postanızı aldık; talep numaranız; bilet numaranız; kayda alınmıştır; kayda alındı; "
            "kaydınız alınmıştır; kaydınız oluşturul; kaydedilmiştir; numarası ile; başvurunuz kay; talebiniz kay; talebiniz bize; "
            "şikayetiniz alın; şikayetiniz kay; dosyanız; dosya numaranız; takip numaranız; başvuru numaranız; tarafımıza ulaş; "
            "ilgili birime; başarıyla gönderil; başarıyla alın"
        ),
        courtesy=(
            "bizimle iletişime geçtiğiniz için; mesajınız için teşekkür; başvurunuz için teşekkür; en kısa sürede size; "
            "en kısa sürede dönüş; size dönüş yap; sizinle iletişime; iş günü içinde; saat içinde; en kısa sürede; size dönüş; "
            "size bilgi"
        ),
        trade=(
            "siparişiniz; sipariş onayı; sipariş onayınız; alışverişiniz için teşekkür; satın aldığınız için; ödemeniz; ödeme onayı; "
            "kargonuz; kargoya veril; gönderiniz; gönderi takip; takip numaranız; takip numarası:; faturanız; rezervasyonunuz; "
            "biletleriniz; teslime hazır; iadeniz; ekstreniz; hesap özetiniz; kartınızla; kartınız ile; kartınızdan; hesabınızdan; "
            "hesabınıza; bakiyeniz"
        ),
        access=(
            "doğrulama kodunuz; güvenlik kodunuz; onay kodunuz; giriş kodunuz; tek kullanımlık; kodunuz:; "
            "kodu girin; kodu giriniz; bu kodu kullan; bu kodu kimseyle; kimseyle paylaşmayın; dakika geçerli; "
            "dakika süreyle geçerli; şifrenizi sıfırla; şifre sıfırlama; parolanızı sıfırla; şifreniz; yeni oturum; "
            "e-posta adresinizi doğrula; talep etmediyseniz; siz değilseniz; bağlantının süresi"
        ),
        appointment="randevu hatırlatma; randevunuz; randevunuzu; hatırlatmak isteriz; hatırlatırız; iptal etmek veya",
        survey=(
            "görüşünüz; görüşleriniz; değerlendirin; anketimiz; kısa anket; memnuniyet anketi; ne kadar memnun; "
            "bizi puanla; yorum bırak; tavsiye eder misiniz; deneyiminiz"
        ),
        held=(
            "karantinada; karantinaya; karantina raporu; karantina özeti; karantina bildirimi; spam raporu; spam özeti; "
            "engellenen iletiler; engellenen e-postalar; bekletilen iletiler"
        ),
        program=(
            "sizi davet etti; davet edildiniz; daveti kabul; karantina; yedekleme tamamlandı; "
            "otomatik olarak yenilen; gün içinde sona er; işlem yapmanıza gerek; yeni cihaz; cevapsız arama; "
            "cevapsız çağrı; daveti kabul etti; daveti reddetti; sizi takip; yorum yaptı; hizmet kullanılamayacak; "
            "size atandı; talebiniz kapatıl; haftalık özet"
        ),
        sign=(
            "iletisini geri çek; iletisini geri çağır; iletiyi geri çek; iletiyi geri çağır; mesajınıza tepki verdi; "
            "iletinize tepki verdi"
        ),
        asks=(
            "evde yok musunuz?; siz değil misiniz?; bu siz değil miydiniz?; sorunuz mu var?; sorularınız mı var?; "
            "yardıma mı ihtiyacınız var?; yardım mı lazım?; siz değil miydiniz?; ne kadar memnun * ?; tavsiye eder misiniz?; "
            "nasıl * deneyim * ?; şifrenizi mi unuttunuz?; tanımıyor musunuz * ?"
        ),
        formal=(
            "sizi bekliyoruz; görüşlerinizi bekliyoruz; ziyaretinizi bekliyoruz; yorumunuzu bekliyoruz; "
            "hatırlatmak istiyoruz; öğrenmek istiyoruz; duymak istiyoruz; bilgilendirmek istiyoruz; "
            "teşekkür etmek istiyoruz; anlayışınızı rica; katılmanızı rica; değerlendirmenizi rica"
        ),
        first=(
            "ben; bana; benim; siparişim; hesabım; istiyorum; bekliyorum; aldım; verdim; ettim; isterim; alamadım; "
            "gelmedi"
        ),
        wants=(
            "öğrenmek istedim; öğrenmek istiyorum; öğrenmek isterim; öğrenebilir miyim; sormak istedim; sormak istiyorum; "
            "sormak isterim; diye soracaktım; merak ettim; merak ediyorum; "
            "istiyoruz; ihtiyacımız; arıyoruz; sipariş verdik; bekliyoruz; siparişimiz; rica eder; gönderir misiniz; "
            "yapar mısınız; alabilir miy; ulaşmadı; çalışmıyor; hasarlı; kırık; eksik; yanlış; iptal edin; ama; "
            "fiyat teklifi; teklif rica; teklifinizi; hâlâ bekliyorum; hala bekliyorum; hâlâ bekliyoruz; "
            "hala bekliyoruz; cevap bekliyorum; yanıt bekliyorum"
        ),
        echo="mesajınız; talebiniz; yazdığınız",
    ),
    circulars=CircularWords(
        subjects=(
            "(yeni|güncel) (fiyat|adres|çalışma saat)|fiyat (güncelle|değişik|artış)|taşındık|taşınıyoruz|çalışma saatleri|"
            "iyi bayramlar|bayram|mutlu yıllar|davet"
            r"|(bayram|yılbaşı|yaz|resmi) (tatili|çalışma|tatil)\p{L}*|(çalışma|mesai) saatleri|kapalı(yız|yiz|"
            r"olacağız)?(?!\p{L})|(yeni|güncel) (fiyat|adres|hesap|banka|iban|telefon)\p{L}*|fiyat (güncelle|artış|değişik|"
            r"listemiz|liste)\p{L}*|zam (duyuru|hk|haberi)\p{L}*|(taşındık|taşınıyoruz|adres değişikliği)|(tüm|"
            r"değerli) (müşteri|üye|veli|iş ortak|site sakin)\p{L}*|(duyuru|bilgilendirme|ilan)(?!\p{L})|(ziyaretiniz|"
            r"standımız)\p{L}*|(genel kurul|toplantı duyuru)\p{L}*|davet(iye|imiz)?(?!\p{L})|(su|elektrik) kesintisi|(kurs|"
            r"eğitim) (takvim|program)\p{L}*|yeni (sezon|koleksiyon)|(mutlu yıllar|iyi bayramlar|bayramınız)\p{L}*|sayım"
        ),
        readers=(
            "üye|okuyucu|okur|abone|komşu|veli|müşteri|gönüllü|sponsor|katılımcı|esnaf|girişimci|kullanıcı|misafir|"
            "kiracı|site sakin|hemşehri|bağışçı|sanayici|(değerli |sevgili |sayın )?(üyeler|veliler|komşular|"
            "sakinler|site sakinleri|kat malikleri|okurlar|müşteriler|misafirler|öğrenciler|mezunlar|emekliler|"
            "hastalar|yolcular|dinleyiciler|izleyiciler|hissedarlar|hemşehriler|taraftarlar|gönüllüler|bağışçılar|"
            "katılımcılar|ziyaretçiler|kursiyerler|sporcular|meraklılar|severler|ev sahipleri|kiracılar)"
        ),
        everybody=(
            "herkes|dostlar|arkadaş|meslektaş|iş ortağ|tüm|tedarikçi|sevgili (canlar|güzel insanlar)|canlar|severler|"
            "hanımefendiler|beyefendiler|değerli (dostlar|arkadaş|paydaş|ortak)|millet|ekip|aile|herkese|hepinize"
        ),
        opts_out=(
            "(almak|görmek|duymak|gelmesini) istem(iyorsan|ezsen|eyen)|istemiyorsanız|istemezseniz|ilgilenmiyorsanız|"
            "(liste(mizden|den)|postalar) (çık|ayrıl)|bu (e-?postayı|maili) alıyorsunuz"
        ),
        tells=(
            "(genel|olağan|olağanüstü|veli|yıllık) (kurul|toplantı)|toplantı (gündem|tutana)|gündem|"
            "(yeni|değişen|bayram|yaz|kış) (çalışma|mesai) saat|çalışma saatler|"
            "(yeni|yeni sezon) (katalog|fiyat|program|koleksiyon|adres|menü|mağaza|web)|"
            "fiyat (artış|değişiklik|güncelle|listemiz)|fiyatlarımız|(taşınıyoruz|taşındık|yeni adresimiz)|"
            "(ziyaret edin|standımız|bizi .{0,12}(bulabilir|ziyaret))|açık (gün|kapı|ev)|"
            "(kermes|şenlik|piknik|çekiliş|konser|festival|panayır|atölye)|"
            "(kurs|ders|prova|antrenman|çalışma)lar(ımız)? (başl|yeniden|iptal)|yeni (kurs|dönem|tarih)|"
            "(kayıt|başvuru)(lar|larımız)? (başla|açıl|devam|son|için)|"
            "(kaydolun|kayıt olun|yerinizi ayırtın|başvurun)|kontenjan|son .{0,8}(yer|kontenjan)|(üyelik )?aidat|"
            "(gönüllü|yardımcı)(ler|lar)? (arıyoruz|arıyor|aranıyor|gerekiyor)|"
            "(su|elektrik|doğalgaz|asansör) (kesinti|kesilecek)|(yol|bakım|onarım) çalışma|"
            "(paylaşın|iletin|yayın|duyurun)|cevap (vermenize|yazmanıza) gerek|"
            "(görmekten|görüşmek|aramızda|bekliyoruz|bekleriz|buluşalım|umarız)|"
            r"(bilgilendir|hatırlat|duyur|bildir)(mek|iriz|ir|irsiniz)\p{L}*|bilgilerinize|hatırlatma|"
            "(not alın|ajandanıza|takviminize)|yaklaşan (etkinlik|tarih)|"
            "(herkese|hepinize|desteğiniz|güveniniz|katılımınız) .{0,12}teşekkür|"
            "(mutlu|iyi|kutlu) (yıllar|bayramlar|seneler)|bayramınız|(kapalıyız|kapalı olacağız|hizmet veremeyeceğ)|"
            "ikram|buluşma (yeri|noktası)|her yıl olduğu gibi|ekte (program|tutanak|fiyat|katalog|davetiye)"
        ),
    ),
    asks_leave=(
        r"\p{L}+(alım|elim|ayım|eyim) m[ıi]|kiminle (görüş|konuş)|görmek (ister|istemez)|"
        r"(gönder|göster|ara|anlat|hazırla|uğra)\p{L}*(abilir|ebilir|ayım|eyim|alım|elim) m[iıuü]|"
        "(ilginizi çek|ilgilenir mi)|kaç .{0,30}ihtiyac"
    ),
    requests=(
        "yerine|dünden beri|bu sabah|dün akşam|alalım|konuştuğumuz|(ist|ihtiyaç|ihtiyac|arıyor|arıyoruz|rica|"
        "talep|sipariş ver|bekliyor|satın al|almak|iptal|şikayet|fesh|ilgilen|başvur|merak)|"
        "lütfen(?! (bu e|yanıtlama|tıkla))|mısın|misin|musun|müsün|mümkün|alabilir|verir|teklif|fiyat|randevu|"
        "iade|değiş|kırık|bozuk|hasar|çizik|çalışm|gelmedi|ulaşmadı|almadı|eksik|yanlış|acil|özgeçmiş|iş arıyor|"
        "ne zaman|kaç|gönder|arayın|sorun|hâlâ|hala|maalesef|cevap"
    ),
    needs="lazım|ihtiyac|fiyat|teklif|ne kadar",
    visits=(
        r"\d{1,3} (kişi|misafir|davetli|yetişkin|çocuk|öğrenci|katılımcı)|sizde|sizin (orada|mekan|salon|otel|"
        "restoran)"
    ),
    announces=(
        "yeni iş ?(:|var|fırsat|ilan)|"
        r"yeni (\p{L}+ ){0,2}(mesaj|talep|talebi|soru|teklif talebi|iletişim talebi|müşteri adayı|form yanıtı)|"
        "(size|sana) (bir )?(mesaj|soru) (gönderdi|sordu|bıraktı|yazdı)|mesaj (gönderdi|bıraktı)|"
        "(size|sana) yazdı|(bir )?mesajınız var|(ile|le) ilgileniyor|(arıyor|teklif istiyor|fiyat istiyor)|"
        "formu doldurdu"
    ),
    voice=VoiceWords(
        common="ve bir için bu ile olarak tarihinde saat olan daha en kadar sonra gibi ise",
        your=(
            "siparişiniz siparişinizi hesabınız hesabınıza hesabınızdan talebiniz talebinizi kargonuz paketiniz "
            "faturanız sizin size"
        ),
    ),
    sender_functions="destek bildirim sistemi servis",
    telephone=r"tel\b|tele?[fp]h?o|cep\b|gsm",
    letters=LetterWords(
        greetings="merhaba|sayın|iyi günler|değerli|sevgili",
        closings=r"sayg[ıi]lar\w*(?: \w+)?|iyi (?:g[üu]nler|[çc]al[ıi][şs]malar)\w*",
        titles="bey|hanım",
        currencies="tl lira",
        orders="sipariş",
    ),
)
