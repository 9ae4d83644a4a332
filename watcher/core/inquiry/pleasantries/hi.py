"""Hindi."""

from __future__ import annotations

from watcher.core.inquiry.pleasantries.words import Pleasantries

WORDS = Pleasantries(
    thanks="""
        धन्यवाद शुक्रिया आभार आभारी आभारी_हूँ dhanyavad dhanyawad shukriya थैंक्स थैंक_यू
        dhanyavaad dhanyawaad shukriyaa bahut_bahut_dhanyavaad aabhar aabhari
    """,
    thanked="""
        बहुत आपका आपकी आपके को के का की लिए सहायता मदद जवाब उत्तर जानकारी समय सलाह त्वरित सब कुछ और फिर से दिल मैं हम हूँ हैं सहयोग
        धैर्य bahut aapka aapki aapke liye madad jawab ke
        aap aapko ke_liye ka ki ko tahe_dil_se dil_se itni jaldi javab jaankari sahayata samay
    """,
    praise="बढ़िया बहुत_अच्छा शानदार खुश समझ_गया समझ_गई समस्या_हल_हो_गई उत्तम",
    praised="बहुत यह है था मैं हम अब सब हूँ हो गया और",
    wished="दिन सप्ताह सप्ताहांत दिवाली दीपावली होली वर्ष शाम",
    good="शुभ अच्छा मंगलमय",
    wishing="आपका आपको हो की और नया नव शुभकामनाएँ शुभकामनाएं हार्दिक",
    common="और बहुत आपको",
    formulas="""
        नमस्ते नमस्कार प्रणाम समझ_गया समझ_गई अलविदा आपको_भी शुभकामनाएँ namaste
        (samajh_gaya|samajh_gayi|samajh_gaye|samajh_aa_gaya|bahut_accha|bahut_badhiya|badhiya) namaskar namaskaram ram_ram
        jai_shri_(krishna|ram) bhagwan_(aapka_bhala_kare|bhala_kare|aapko_khush_rakhe) khush_(raho|rahiye|rahe) jeete_raho
        (aapko|aap_sabko|aap_sab_ko)
        (diwali|deepawali|holi|navratri|dussehra|eid|rakhi|naye_saal|makar_sankranti|onam|pongal)_ki_(hardik_|dher_saari_|bahut_bahut_|)(shubhkamnayein|shubhkamnaye|shubhkaamnaayein|badhai|badhaiyan|mubarak)
        shubh_(din|diwali|deepawali|ratri) happy_diwali
        (आपको_|आप_सबको_|)(दिवाली|दीपावली|होली|नवरात्रि|ईद|नए_साल)_की_(हार्दिक_|बहुत_बहुत_|)(शुभकामनाएं|शुभकामनाएँ|बधाई) खुश_रहिए
        समझ_(गया|गई|गए) बहुत_(अच्छा|बढ़िया)
    """,
    closings="सादर भवदीय भवदीया",
    titles="""
        श्री श्रीमती
        beta bhai bhaiya didi bhabhi sir madam uncle aunty
    """,
)
