"""How the lines begin that telephones and mail programs add below what a person wrote: "Sent from my …", "Get Outlook for …"."""

from __future__ import annotations

#: In lower case; whoever looks for them takes the last line of several alone.
DEVICE_LINES = (
    "sent from my", "sent from mail for", "sent from outlook", "sent from yahoo", "get outlook for",
    "sent from proton", "sent from gmail", "von meinem", "gesendet von", "gesendet mit", "gesendet aus der",
    "holen sie sich outlook", "outlook für ", "laden sie outlook", "envoyé de", "envoyé depuis", "envoyé à partir",
    "obtenez outlook", "télécharger outlook", "obtenir outlook", "enviado desde", "enviado de mi",
    "enviado de meu", "obtener outlook", "descargar outlook", "enviado do", "enviado a partir", "obter o outlook",
    "obtenha o outlook", "baixe o outlook", "inviato da", "inviato dal", "scarica outlook", "ottieni outlook",
    "verzonden vanaf", "verstuurd vanaf", "verzonden met", "outlook voor ", "skickat från", "hämta outlook",
    "skaffa outlook", "sendt fra", "hent outlook", "få outlook", "last ned outlook", "wysłane z", "wysłano z",
    "pobierz outlook", "pobierz program outlook", "odesláno z", "odoslané z", "získejte outlook", "získat outlook",
    "stáhněte si outlook", "lähetetty iphone", "lähetetty android", "lähetetty outlook", "lähetetty puhelim",
    "hanki outlook", "отправлено с", "отправлено из outlook", "отправлено из мобильн", "скачать outlook",
    "получить outlook", "надіслано з", "отримати outlook", "iphone'umdan gönderildi", "ipad'imden gönderildi",
    "android için outlook", "ios için outlook", "outlook for ", "iphone-omról küldve", "elküldve az",
    "az outlook beszerzése", "szerezze be az outlook", "trimis de pe", "obțineți outlook", "στάλθηκε από",
    "λήψη του outlook", "αποκτήστε το outlook", "iphoneから送信", "ipadから送信", "outlook for ios を入手",
    "outlook for android を入手", "ios 版 outlook", "发自我的", "從我的", "傳送自", "获取 outlook", "取得 outlook", "下載 outlook",
    "下载 outlook", "나의 iphone에서 보냄", "내 iphone에서 보냄", "ios용 outlook", "android용 outlook", "outlook 다운로드",
    "أُرسلت من", "أرسلت من", "تم الإرسال من", "الحصول على outlook", "נשלח מה-iphone", "נשלח מהא", "קבל את outlook",
    "השג את outlook",
)  # fmt: skip
