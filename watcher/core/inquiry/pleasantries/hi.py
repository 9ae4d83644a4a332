"""Hindi."""

from __future__ import annotations

from watcher.core.inquiry.pleasantries.words import Pleasantries

WORDS = Pleasantries(
    thanks="धन्यवाद शुक्रिया आभार आभारी आभारी_हूँ dhanyavad dhanyawad shukriya थैंक्स थैंक_यू",
    thanked="बहुत आपका आपकी आपके को के का की लिए सहायता मदद जवाब उत्तर जानकारी समय सलाह त्वरित सब कुछ और फिर से दिल मैं हम हूँ हैं सहयोग धैर्य bahut aapka aapki aapke liye madad jawab ke",
    praise="बढ़िया बहुत_अच्छा शानदार खुश समझ_गया समझ_गई समस्या_हल_हो_गई उत्तम",
    praised="बहुत यह है था मैं हम अब सब हूँ हो गया और",
    wished="दिन सप्ताह सप्ताहांत दिवाली दीपावली होली वर्ष शाम",
    good="शुभ अच्छा मंगलमय",
    wishing="आपका आपको हो की और नया नव शुभकामनाएँ शुभकामनाएं हार्दिक",
    common="और बहुत आपको",
    formulas="नमस्ते नमस्कार प्रणाम समझ_गया समझ_गई अलविदा आपको_भी शुभकामनाएँ namaste",
    closings="सादर भवदीय भवदीया",
    titles="श्री श्रीमती",
)
