"""What people write when they only say thank you, by language: a closed list. Tables only.

Of each language the words that thank, and what may stand beside them: greetings, wishes, how glad one is. They are patterns,
compared without accents and case; `( | )` gives a choice, a space any white space. What could order, ask or accept is left out,
"yes" above all: it may be all that a customer says to an offer.
"""

from __future__ import annotations

from typing import NamedTuple


class Pleasantries(NamedTuple):
    """The phrases of one language."""

    thanks: str  # one to a line: at least one of them must be there
    others: str  # one to a line: may stand beside them
    closings: str = ""  # one to a line: begin a signature


ENGLISH = Pleasantries(
    thanks="""
        (many |so many |very many |a thousand |a million )?thanks( you)?( (so|very) much| a (lot|million|bunch|ton)| again| anyway| indeed| all| everyone| both| in any case)*
        (many |so many )?thanks (a lot |very much |so much |again )?for (letting me know|getting back (to me)?( so (quickly|soon|fast))?|coming back to me|your (very |so )?(kind |quick |fast |prompt |swift |helpful |detailed |great |speedy )*(help|reply|answer|response|support|assistance|time|message|mail|email|e-mail|feedback|service|information|advice|explanation|effort|efforts|patience|understanding)( and (help|reply|answer|response|support|assistance|time|advice|patience|understanding))?|(the |all the |all your |this |that )?(kind |quick |fast |prompt |swift |helpful |detailed |great |speedy )*(help|reply|answer|response|support|assistance|information|info|update|advice|clarification|explanation|service|feedback|confirmation)|everything|all|that|this|it)
        thank you( all| both| kindly)?( (so|very) much( indeed)?| again| anyway| indeed)*
        thank you (all |kindly |so much |very much |again |a lot )*for (letting me know|getting back (to me)?( so (quickly|soon|fast))?|coming back to me|your (very |so )?(kind |quick |fast |prompt |swift |helpful |detailed |great |speedy )*(help|reply|answer|response|support|assistance|time|message|mail|email|e-mail|feedback|service|information|advice|explanation|effort|efforts|patience|understanding)( and (help|reply|answer|response|support|assistance|time|advice|patience|understanding))?|(the |all the |all your |this |that )?(kind |quick |fast |prompt |swift |helpful |detailed |great |speedy )*(help|reply|answer|response|support|assistance|information|info|update|advice|clarification|explanation|service|feedback|confirmation)|everything|all|that|this|it)
        thx( a lot| so much| again)?
        thnx
        tnx
        ty( so much)?
        tysm
        cheers
        (much|greatly|really|very much) appreciated
        (i|we) (really |very much |do )?appreciate (it|that|this|your help|the help|your time|the quick (reply|response))( very much| a lot)?
        (i am|i'm|we are|we're) (very |so |most |really )?grateful( for your help| for everything)?
    """,
    others="""
        (hi|hello|hey|dear)( there| all| everyone| both| team| sirs| sir| madam| sir or madam)?
        good (morning|afternoon|evening|day)
        ok(ay)?
        (that's |that is |this is |it's |it is )?(just |really |very |so |absolutely )?(great|perfect|super|top|wonderful|excellent|brilliant|lovely|fantastic|awesome|amazing|good|nice|cool|kind|helpful|very kind)( of you)?
        (great|good|nice) to (know|hear)
        (got it|noted|understood)
        (that|this|it) (really |very much )?(helps|helped)( a lot| me| us| very much)*
        you('re| are| have been| were|'ve been) (so |very |really |most |the )?(kind|helpful|great|best|star|a star|a great help|wonderful)
        (have|enjoy|i wish you|wish you|wishing you|we wish you)( a| an| the| your)?( very| really)? ?(nice|great|good|lovely|wonderful|pleasant|happy|super|fine|relaxing|blessed)? (day|weekend|week|evening|afternoon|morning|time|holiday|holidays|one|rest of (the|your) (day|week))( too| as well| ahead| all)?
        (merry christmas|happy (christmas|easter|holidays|new year|friday|thanksgiving))( to you( all| too)?| and a happy new year)?
        (season's greetings|stay (safe|healthy|well)|take care( of yourself)?|god bless( you)?|bless you|all good|keep up the good work|same to you|you too)
    """,
    closings="""
        (with )?(best|kind|kindest|warm|warmest|many) (regards|wishes|greetings)
        (best|regards|sincerely|yours( sincerely| faithfully| truly)?|sincerely yours|all the best|br|kr|rgds|cordially|respectfully|love|bye|see you)
    """,
)

#: "And", where it may stand between two phrases.
CONJUNCTIONS = {
    "de": "und", "fr": "et", "es": "y", "it": "e", "pt": "e", "nl": "en", "pl": "i", "cs": "a", "sv": "och", "no": "og", "da": "og",
    "fi": "ja", "ru": "и", "uk": "і", "tr": "ve", "hu": "és", "ro": "și", "el": "και",
}  # fmt: skip
#: ISO 639-1 code → its phrases. Chinese is zh, both scripts.
PLEASANTRIES: dict[str, Pleasantries] = {
    "en": ENGLISH,
    "de": Pleasantries(
        """
        (vielen |herzlichen |besten |lieben |tausend |schönen |recht herzlichen |ganz herzlichen )*dank( auch| schon mal| nochmals| noch ?mal| im voraus| ihnen| euch| dir)*
        ((ganz )?(vielen|herzlichen|besten|lieben|tausend) )?dank (nochmals )?für (alles|die (schnelle |rasche |prompte |nette |freundliche |gute |ausführliche |tolle )*(antwort|rückmeldung|hilfe|auskunft|info|information|informationen|infos|unterstützung|nachricht|mühe|erklärung|bestätigung)|(ihre|eure|deine) (schnelle |rasche |prompte |nette |freundliche |gute |ausführliche |tolle )*(antwort|rückmeldung|hilfe|auskunft|information|informationen|unterstützung|nachricht|mühe|mühen|bemühungen|erklärung|bestätigung|e-mail|mail|zeit|geduld)|den (tollen |guten |super )?service)
        danke(schön| schön| sehr| ihnen| dir| euch| nochmals| noch ?mal| vielmals| bestens| herzlich)*
        danke (ihnen |dir |euch |nochmals |sehr |schön |vielmals )*für (alles|die (schnelle |rasche |prompte |nette |freundliche |gute |ausführliche |tolle )*(antwort|rückmeldung|hilfe|auskunft|info|information|informationen|infos|unterstützung|nachricht|mühe|erklärung|bestätigung)|(ihre|eure|deine) (schnelle |rasche |prompte |nette |freundliche |gute |ausführliche |tolle )*(antwort|rückmeldung|hilfe|auskunft|information|informationen|unterstützung|nachricht|mühe|mühen|bemühungen|erklärung|bestätigung|e-mail|mail|zeit|geduld)|den (tollen |guten |super )?service)
        (ich|wir) (danke|danken|bedanke mich|bedanken uns)( ihnen| euch| dir)?( (sehr|recht|ganz) herzlich| herzlich| sehr| vielmals)?
        merci( vielmals)?
        """,
        """
        (hallo|hi|moin|servus|grüezi|grüß gott|sehr geehrte damen und herren|liebes team|hallo zusammen|guten (tag|morgen|abend))
        (ok(ay)?|prima|super|perfekt|toll|klasse|wunderbar|spitze|großartig|sehr (nett|gut|freundlich|lieb)|alles klar|top|das ist (sehr )?(nett|lieb|freundlich|super)( von ihnen)?|(das |es )?hat (mir|uns) (sehr |weiter)?geholfen|das hilft (mir|uns) (sehr )?weiter)
        ((ich wünsche |wir wünschen )?(ihnen |euch |dir )?(noch )?(einen |eine |ein )?(ebenfalls )?(schönen|schöne|schönes|guten|gute|angenehmen|erholsames|sonnigen|frohe|frohes|tollen) (tag|abend|nachmittag|vormittag|morgen|woche|wochenende|restwoche|feierabend|zeit|feiertage|weihnachten|ostern|neues jahr|start in die woche|urlaub|rutsch)( noch| ihnen| euch| dir| auch| und ein gutes neues jahr)*)
        (ihnen|euch|dir) (auch|ebenso|ebenfalls)
        (bleiben sie gesund|alles gute|ebenfalls|ebenso|gleichfalls|bis dann|bis bald|tschüss)
        """,
        """
        (mit )?(ganz )?(freundlichen|freundlichem|besten|herzlichen|lieben|vielen|schönen) (grüßen|grüssen|gruß|gruss)
        (freundliche|beste|herzliche|liebe|viele|schöne|sonnige) (grüße|grüsse)( aus \\w+)?
        (besten|lieben|freundlicher|schönen|herzlichen) (gruß|gruss)
        (mfg|lg|vg|bg|gruß|gruss|grüße|grüsse|hochachtungsvoll)
        """,
    ),
    "fr": Pleasantries(
        """
        (un grand |mille |grand )?merci( à (vous|toi|tous)| beaucoup| bien| infiniment| encore| mille fois| d'avance)*
        (un grand |mille |grand )?merci( à vous| beaucoup| bien| infiniment| encore)* (pour|de|pour tout|d) ?(votre|ta|la|cette|l|vos|ces|les|toutes ces)?'? ?(aide|réponse|réactivité|retour|réponses|rapidité|informations|information|renseignements|message|mail|gentillesse|disponibilité|explications|précisions|temps|service|patience|compréhension)?( (si |très )?(rapide|rapides|précieuse|complète|claire|détaillée))*( et (votre )?(aide|réactivité|gentillesse|disponibilité|patience))?
        (je|nous) (vous|te) (remercie|remercions)( (beaucoup|infiniment|vivement|sincèrement|par avance|encore|de votre réponse( rapide)?|pour votre (réponse( rapide)?|aide|réactivité|retour( rapide)?)))*
        """,
        """
        (bonjour|bonsoir|salut|madame|monsieur|madame monsieur|chers? (monsieur|madame|tous)|bonjour à (tous|vous))
        (ok|d'accord|parfait|super|génial|très bien|excellent|top|nickel|c'est (parfait|noté|gentil|très gentil|super)|c'est (très )?gentil (à|de votre part)( vous)?|bien (reçu|noté))
        (je vous souhaite |nous vous souhaitons |passez |et )?(une |un )?(très )?(bonne|bon|belle|excellente|joyeux|agréable|joyeuses) (journée|soirée|semaine|week-end|weekend|après-midi|fin de (journée|semaine)|fêtes|noël|année|fête|vacances)( à (vous|tous)| aussi| également)?
        (à bientôt|à vous aussi|de même|prenez soin de vous|au revoir|meilleurs vœux)
        """,
        """
        (bien )?(cordialement|sincèrement|amicalement|respectueusement)( à vous| vôtre)?
        (cdt|cdlt|salutations( distinguées)?|meilleures salutations|sincères salutations|bien à vous|amitiés)
        """,
    ),
    "es": Pleasantries(
        """
        (muchas |muchísimas |mil |infinitas )?gracias( a (usted|ustedes|ti|vosotros|todos)| de nuevo| otra vez| nuevamente| de antemano)*
        (muchas |muchísimas |mil )?gracias( de nuevo)? por (todo|(su|tu|la|vuestra|el|vuestro) (pronta |rápida |amable |gran )*(respuesta|ayuda|atención|información|tiempo|mensaje|correo|amabilidad|apoyo|servicio|rapidez|gestión|aclaración|paciencia)( tan)?( rápida| y (su )?(ayuda|atención|tiempo|amabilidad|rapidez))*|(responder|contestar)( tan (rápido|pronto))?)
        (se lo|te lo|le|les|te) (agradezco|agradecemos)( mucho| muchísimo| (su|tu) (ayuda|respuesta|atención))*
        (muy )?agradecid[oa]s?
        """,
        """
        (hola|buenos días|buenas tardes|buenas noches|buenas|buen día|estimad[oa]s?( señor(es|a)?)?|señor(es|a)?)
        (ok|vale|perfecto|genial|estupendo|excelente|muy (bien|amable|amables)|fenomenal|de acuerdo y|entendido|recibido|súper)
        (que (tenga|tengan|tengas|pase|pasen|pases) |le deseo |les deseo |te deseo |feliz |felices )?(un |una )?(muy )?(buen|buena|feliz|excelente|lindo|bonito|felices|gran)? ?(día|tarde|noche|semana|fin de semana|finde|fiestas|navidad|año|año nuevo|pascua|jornada)( también| a usted| igualmente)?
        (igualmente|hasta pronto|hasta luego|cuídese|cuídate|bendiciones|adiós)
        """,
        """
        ((un )?(cordial(es)?|atento|afectuoso|mejores)? ?saludos?)( cordial(es)?)?
        (atentamente|un abrazo|abrazos|cordialmente|sds|atte)
        """,
    ),
    "it": Pleasantries(
        """
        (molte |tante |mille )?grazie( mille| tante| molte| infinite| ancora| di (tutto|cuore)| a (lei|voi|te|tutti)| in anticipo| anticipatamente| davvero)*
        (molte |tante |mille )?grazie( mille| infinite| ancora)? (per|della|dell|del|delle) ?'?(la |il |le |l'|tutto|l)?(sua |vostra |tua |suo |vostro |gentile |rapida |celere |pronta |cortese |veloce )*(risposta|aiuto|disponibilità|informazione|informazioni|tempo|cortesia|gentilezza|supporto|assistenza|messaggio|email|mail|servizio|riscontro|attenzione|pazienza|chiarimento)?( rapida| veloce| celere| e (la |l')?(sua )?(disponibilità|gentilezza|cortesia))*
        (la|vi|ti) (ringrazio|ringraziamo)( molto| tanto| infinitamente| ancora| per (la|il|l) ?'?(risposta|aiuto|disponibilità|riscontro))*
        (ringrazio|ringraziamo)
        """,
        """
        (ciao|buongiorno|buonasera|buon pomeriggio|salve|gentil[ei]( signora| signore| signori)?|egregi[o]?( signore)?)
        (ok|perfetto|ottimo|benissimo|molto (bene|gentile|gentili)|gentilissim[oaie]|fantastico|bene|ricevuto|capito)
        (le auguro |vi auguro |auguro )?(una |un |buon[a]? |di nuovo )?(buona|buon|buone|felice|splendida|bella|ottima) (giornata|serata|settimana|fine settimana|weekend|week-end|lavoro|feste|natale|anno|pasqua|vacanze|domenica)( a (lei|voi|te|tutti)| anche a (lei|voi))*
        (altrettanto|anche a (lei|voi|te)|a presto|arrivederci|auguri)
        """,
        """
        ((cordiali|distinti|cari|i miei più cordiali|migliori) saluti|saluti|cordialmente|un saluto|un caro saluto|un abbraccio)
        """,
    ),
    "pt": Pleasantries(
        """
        (muito |muitíssimo )?obrigad[oa]s?( mesmo| de novo| novamente| mais uma vez| desde já| a (você|vocês|todos|si))*
        (muito )?obrigad[oa]s?( mesmo)? (pela|pelo|por|pelas) (tudo|(sua |vossa |tua |seu |vosso |rápida |pronta |excelente |a |o )*(resposta|ajuda|atenção|informação|informações|retorno|tempo|apoio|mensagem|e-mail|email|esclarecimento|disponibilidade|simpatia|rapidez|atendimento|paciência)( rápida| e (atenção|ajuda|disponibilidade|rapidez))*)
        (agradeço|agradecemos)( muito| imenso| desde já| (a|pela) (sua |vossa )?(resposta|ajuda|atenção))*
        (muito )?grat[oa]s?
        (bem haja|valeu)
        """,
        """
        (olá|oi|bom dia|boa tarde|boa noite|prezad[oa]s?( senhor(es|a)?)?|car[oa]s?( senhor(es|a)?)?)
        (ok|perfeito|ótimo|óptimo|excelente|muito (bom|bem|gentil|simpático)|maravilha|fantástico|top|entendido|recebido)
        (tenha |tenham |desejo |desejo-lhe |votos de |continuação de |continuação de uma )?(um |uma )?(muito )?(bom|boa|ótimo|óptimo|ótima|excelente|feliz|lindo|boas) (dia|tarde|noite|semana|fim de semana|final de semana|fds|festas|natal|ano|ano novo|páscoa|trabalho|férias)( também| para (si|você|vocês))*
        (igualmente|até breve|até logo|abençoad[oa]|adeus|tchau|para si também)
        """,
        """
        ((com os )?(melhores |cordiais |meus )*cumprimentos|atenciosamente|att|atte|cordialmente|abraços?|um abraço|saudações|grande abraço)
        """,
    ),
    "nl": Pleasantries(
        """
        (heel erg |heel |hartelijk |alvast |nogmaals |super )*bedankt( allemaal| alvast| nogmaals| hoor)*
        (heel erg |heel |hartelijk |alvast |nogmaals |super )*bedankt( nogmaals)? voor (alles|(je|jullie|uw|de|het) (snelle |goede |prettige |duidelijke |vlotte |fijne )*(antwoord|reactie|hulp|informatie|info|moeite|mail|bericht|tijd|uitleg|terugkoppeling|service|bevestiging|geduld))
        (hartelijk |veel |heel veel |heel hartelijk |vriendelijk )*dank( u| je| jullie)?( wel)?( zeer| alvast| nogmaals)?
        (hartelijk |veel |heel veel |heel hartelijk )*dank( u| je| jullie)?( wel)? voor (alles|(je|jullie|uw|de|het) (snelle |goede |prettige |duidelijke |vlotte |fijne )*(antwoord|reactie|hulp|informatie|info|moeite|mail|bericht|tijd|uitleg|service|geduld))
        (dankjewel|dankuwel|dank-je-wel|merci|thanks|thx)
        """,
        """
        (hallo|hoi|dag|goedemorgen|goedemiddag|goedenavond|goedendag|beste|geachte( heer| mevrouw| heer mevrouw)?|hi)
        (ok(é|ee)?|top|prima|super|perfect|fijn|mooi|geweldig|duidelijk|helder|heel fijn|heel (vriendelijk|aardig)|begrepen|ontvangen)
        (ik wens (u|je|jullie) |(nog )?een |geniet van )?(een |nog een |nog )?(heel |hele )?(fijne|goede|prettige|mooie|leuke|fijn|prettig|goed|gezellige) (dag|avond|middag|week|weekend|feestdagen|vakantie|kerst|jaarwisseling|werkweek)( nog| verder| ook| toegewenst)*
        (insgelijks|hetzelfde|tot ziens|tot dan|tot snel|u ook|jij ook|fijne dag)
        """,
        """
        (met )?(vriendelijke|hartelijke|beste|warme) (groet|groeten)
        (groet|groeten|groetjes|mvg|vr gr|gr|hoogachtend|vriendelijk groetend)
        """,
    ),
    "pl": Pleasantries(
        """
        (bardzo |serdecznie |ślicznie |pięknie |stokrotnie |jeszcze raz |z góry )*(dziękuję|dziękujemy|dzięki)( bardzo| serdecznie| ślicznie| pięknie| państwu| panu| pani| wielkie| jeszcze raz| z góry)*
        (bardzo |serdecznie |jeszcze raz )*(dziękuję|dziękujemy|dzięki)( bardzo| serdecznie| państwu| panu| pani| wielkie)* za (wszystko|(szybką |miłą |pańską |państwa |pana |twoją |błyskawiczną |wyczerpującą )*(odpowiedź|pomoc|informację|informacje|wiadomość|wyjaśnienie|kontakt|obsługę|poświęcony czas|reakcję|cierpliwość))
        (wielkie )?dzięki
        """,
        """
        (dzień dobry|dobry wieczór|witam|cześć|hej|szanown[iay] (państwo|panie|pani)|witam serdecznie)
        (ok|super|świetnie|doskonale|wspaniale|rewelacja|idealnie|bardzo (miło|dobrze)|rozumiem)
        (życzę |życzymy |miłego |udanego |dobrego |spokojnego |przyjemnego |wesołych |i )*(dnia|weekendu|wieczoru|tygodnia|popołudnia|świąt|nowego roku|urlopu)( również| życzę)?
        (wzajemnie|do widzenia|nawzajem|wszystkiego dobrego|do zobaczenia)
        """,
        """
        (pozdrawiam|pozdrowienia|z poważaniem|z wyrazami szacunku|łączę pozdrowienia|pozdr)( serdecznie)?
        (serdecznie pozdrawiam|serdeczne pozdrowienia)
        """,
    ),
    "cs": Pleasantries(
        """
        (moc |velice |velmi |mockrát |ještě jednou |předem |srdečně )*(děkuji|děkuju|děkujeme|díky|dík|dekuji)( moc| vám| mnohokrát| mockrát| velice| pěkně| ještě jednou| předem| srdečně| všem)*
        (moc |velice |velmi |mockrát |ještě jednou )*(děkuji|děkuju|děkujeme|díky|dík)( moc| vám| mockrát| velice)* za (všechno|vše|(rychlou |vaši |milou |brzkou |vyčerpávající |váš )*(odpověď|pomoc|informaci|informace|zprávu|reakci|ochotu|vysvětlení|čas|vstřícnost|trpělivost))
        """,
        """
        (dobrý den|dobré ráno|dobrý večer|ahoj|zdravím|vážen[ýáí] (pane|paní|pánové))
        (ok|super|skvělé|výborně|perfektní|paráda|to je skvělé|rozumím|chápu)
        (přeji |přejeme |mějte |ať máte |i )*(vám )?(hezký|pěkný|krásný|příjemný|pěkné|hezké|krásné|veselé|šťastný|klidné) (den|víkend|večer|týden|zbytek dne|odpoledne|svátky|vánoce|nový rok)
        (na shledanou|nashledanou|nápodobně|vám také|i vám)
        """,
        """
        (s )?(pozdravem|přátelským pozdravem|srdečným pozdravem|úctou)
        (zdravím|s pozdravem a přáním hezkého dne|hezký den)
        """,
    ),
    "sv": Pleasantries(
        """
        (stort |tusen |hjärtligt |många |varmt )*tack(ar)?( så (mycket|hemskt mycket)| själv| igen| så jättemycket| på förhand| ska (du|ni) ha)*
        (stort |tusen |hjärtligt |många )*tack( så (mycket|hemskt mycket))? för (allt|(ert|ditt|din|er|det|den|all|snabbt|snabb|hjälpen|svaret|informationen|infon|återkopplingen)( snabba| fina| trevliga| utförliga| svar| svaret| hjälp| hjälpen| återkoppling| information| info| respons| meddelande| mail| mejl| tid| besked)*)
        tackar så mycket
        """,
        """
        (hej|hejsan|god (morgon|dag|kväll)|bästa|hallå|tjena)
        (ok(ej)?|toppen|perfekt|bra|super|jättebra|vad bra|utmärkt|kanon|underbart|snällt|så bra|uppfattat|det låter bra och)
        (jag önskar |vi önskar |önskar )?(dig |er )?(en |ett |ha en |ha det |ha en riktigt |ha )*(trevlig|fin|bra|skön|härlig|god|gott|glad|trevligt|fortsatt) (dag|helg|kväll|vecka|eftermiddag|jul|nytt år|påsk|sommar|semester|fortsättning)( på dagen)?( själv| också| med)?
        (ha det (så )?bra|detsamma|vi hörs|hej då|sköt om (dig|er))
        """,
        """
        (med )?(vänlig|vänliga|bästa|varma|hjärtliga) (hälsning|hälsningar)
        (mvh|hälsningar|vh|hälsar)
        """,
    ),
    "no": Pleasantries(
        """
        (tusen |mange |hjertelig |stor )*takk( så mye| skal (du|dere) ha| igjen| på forhånd| til (deg|dere)| for alt)*
        (tusen |mange |hjertelig )*takk( så mye)? for (alt|(rask|raskt|raske|hjelpen|svaret|svar|hjelp|god|det|den|din|ditt|deres|informasjonen|infoen|tilbakemeldingen|tilbakemelding|informasjon|fin|hyggelig|service|og|tiden)( rask| raskt| raske| svar| svaret| hjelp| hjelpen| informasjon| tilbakemelding| service| respons)*)
        """,
        """
        (hei|heisann|god (morgen|dag|kveld)|hallo|kjære)
        (ok(ay)?|flott|perfekt|supert|topp|bra|så bra|strålende|kjempefint|fint|veldig bra|forstått)
        (jeg ønsker |vi ønsker |ønsker )?(deg |dere )?(en |ha en |ha |et |fortsatt )*(riktig )?(fin|god|hyggelig|flott|strålende|gledelig|godt|riktig god) (dag|helg|kveld|uke|ettermiddag|jul|nytt år|påske|ferie|sommer)( videre| også| selv)*
        (ha det bra|ha det fint|i like måte|på gjensyn|likeså)
        """,
        """
        (med )?(vennlig|beste|hjertelig|gode|varme) (hilsen|hilsner|hilsninger)
        (mvh|hilsen|vh|hilser)
        """,
    ),
    "da": Pleasantries(
        """
        (mange |tusind |tusinde |hjertelig |1000 )*tak( skal (du|i|de) have| igen| på forhånd| for alt)*
        (mange |tusind |tusinde |hjertelig )*tak for (alt|(hjælpen|svaret|svar|hjælp|det|den|din|dit|jeres|hurtigt|hurtige|informationen|oplysningerne|tilbagemeldingen|info)( hurtige| hurtigt| gode| svar| hjælp| tilbagemelding| besked| information| service| respons)*)
        """,
        """
        (hej|god (morgen|dag|aften)|goddag|kære|hejsa)
        (ok(ay)?|super|perfekt|fint|dejligt|skønt|fedt|godt|så godt|det var (sødt|godt|fint)|forstået)
        (jeg ønsker |vi ønsker |ønsker )?(dig |jer )?(en |hav en |ha' en |ha en |et |fortsat )*(rigtig )?(god|dejlig|fin|glædelig|godt|skøn) (dag|weekend|aften|uge|eftermiddag|jul|nytår|påske|ferie|sommer)( også| selv| videre)*
        (i lige måde|hav det godt|farvel|på gensyn)
        """,
        """
        (med )?(venlig|venlige|bedste|de bedste|mange|kærlig) (hilsen|hilsner|hilsener)
        (mvh|hilsen|vh|hilser|kh|dbh)
        """,
    ),
    "fi": Pleasantries(
        """
        (paljon |suuri |suuret |iso |lämmin |lämpimät |sydämellinen )*(kiitos|kiitoksia|kiitokset|kiitti|kiitän|kiitämme)( paljon| oikein paljon| teille| sinulle| kaikesta| vielä| etukäteen| jo etukäteen| avusta(nne|si)?| (nopeasta )?vastaukse(sta|stanne|stasi)| nopeasta vastauksesta| tiedosta| tiedoista| viestistä(nne|si)?| vaivannäöstä(nne|si)?| palvelusta)*
        """,
        """
        (hei|moi|terve|hyvää (huomenta|päivää|iltaa)|huomenta|päivää|hei kaikki)
        (ok|hienoa|loistavaa|mahtavaa|upeaa|hyvä|täydellistä|selvä|hyvä juttu|kiva)
        (toivotan |toivotamme |oikein |mukavaa |hyvää |kivaa |ihanaa |aurinkoista |rauhallista |iloista )+(päivää|päivänjatkoa|päivän jatkoa|viikonloppua|iltaa|viikkoa|viikon jatkoa|joulua|uutta vuotta|kesää|lomaa|pääsiäistä|jatkoa)( teille| sinulle)?
        (samoin|näkemiin|kaikkea hyvää|hyvää jatkoa)
        """,
        """
        (ystävällisin|parhain|lämpimin|ystävällisesti|terveisin|t|yt) ?(terveisin|terveisin)?
        (terveisin|terkuin|terveiset)
        """,
    ),
    "ru": Pleasantries(
        """
        (большое |огромное |ещё раз |еще раз |всем )*спасибо( большое| огромное| вам| ещё раз| еще раз| заранее| всем| за (всё|все|(ваш |ваше |вашу |ваши |быстрый |оперативный |подробный |оперативную |быструю )*(ответ|помощь|информацию|разъяснение|разъяснения|письмо|оперативность|внимание|время|консультацию|терпение|сервис)))*
        (очень )?(благодарю|благодарим|благодарен|благодарна|признателен|признательна)( вас| вам| за (ваш |вашу |быстрый |оперативный )*(ответ|помощь|информацию|внимание|оперативность))*
        спс
        """,
        """
        (здравствуйте|добрый (день|вечер)|доброе утро|приветствую|привет|уважаем(ый|ая|ые)( господа)?|доброго (дня|времени суток))
        (ок|окей|отлично|прекрасно|замечательно|супер|очень (приятно|хорошо)|понятно|понял|поняла|ясно)
        (желаю |желаем |и )?(вам )?(хорошего|приятного|доброго|отличного|удачного|прекрасного|хороших|приятных|весёлых) (дня|вечера|вам дня|выходных|недели|отдыха|праздников|рождества|нового года)
        (всего (доброго|хорошего|наилучшего)|с наступающим|до свидания|взаимно|и вам|с праздником|с новым годом|удачи)
        """,
        """
        (с уважением|с наилучшими пожеланиями|искренне ваш[аи]?|с благодарностью|с теплом)
        """,
    ),
    "uk": Pleasantries(
        """
        (щиро |дуже |велике |красно |ще раз )*(дякую|дякуємо|спасибі|вдячн(ий|а|і))( дуже| вам| щиро| красно| велике| ще раз| наперед| за (все|(вашу |ваш |швидку |швидку |оперативну |детальну )*(відповідь|допомогу|інформацію|роз'яснення|лист|увагу|час|терпіння|оперативність)))*
        """,
        """
        (вітаю|добрий (день|вечір)|доброго (дня|ранку|вечора)|добридень|привіт|шановн(ий|а|і)( пане| пані| панове)?)
        (ок|чудово|супер|прекрасно|дуже (добре|приємно)|зрозуміло|зрозумів|зрозуміла)
        (бажаю |бажаємо |і )?(вам )?(гарного|приємного|доброго|чудового|хорошого|гарних) (дня|вечора|вихідних|тижня|відпочинку|свят)
        (всього (доброго|найкращого)|навзаєм|до побачення|і вам|зі святами|з новим роком)
        """,
        """
        (з повагою|з найкращими побажаннями|щиро ваш[аі]?|з вдячністю)
        """,
    ),
    "tr": Pleasantries(
        """
        (çok |tekrar |şimdiden |gerçekten |her şey için )*(teşekkürler|teşekkür ederim|teşekkür ederiz|teşekkür|sağ ?olun|sağ ?ol|sağolunuz|tşk|tşkler|tesekkurler)( çok| tekrar| ederim| ederiz| size)*
        ((hızlı |nazik |detaylı )*(cevabınız|yanıtınız|ilginiz|yardımınız|bilgi|bilgilendirme|bilgilendirmeniz|geri dönüşünüz|dönüşünüz|desteğiniz|her şey|mesajınız) (için )(çok |tekrar )*(teşekkürler|teşekkür ederim|teşekkür ederiz|sağ ?olun))
        """,
        """
        (merhaba|merhabalar|selam|selamlar|iyi günler|günaydın|iyi akşamlar|sayın (yetkili|yetkililer)|sevgili)
        (tamam ve|süper|harika|mükemmel|çok (iyi|güzel|naziksiniz)|anladım)
        (size )?(iyi|güzel|mutlu|keyifli|hayırlı) (günler|çalışmalar|akşamlar|haftalar|hafta sonları|tatiller|bayramlar|seneler|yıllar|günler dilerim|çalışmalar dilerim|hafta sonu)( dilerim| dileriz| dileğiyle)?
        (kolay gelsin|görüşmek üzere|size de|hoşça kalın|allah razı olsun)
        """,
        """
        (saygılarımla|saygılarımızla|sevgiler|iyi dileklerimle|selamlar|en iyi dileklerimle)
        """,
    ),
    "hu": Pleasantries(
        """
        (nagyon |szépen |hálásan |előre is |még egyszer |ezer )*(köszönöm|köszönjük|köszi|kösz|köszönet|köszönettel|hálás vagyok)( szépen| nagyon| előre is| még egyszer| mindent| önnek| önöknek)*
        (nagyon |szépen |hálásan |még egyszer )*(köszönöm|köszönjük|köszi)( szépen| nagyon)*( a)? ((gyors|kedves|részletes|készséges) )*(válaszát|választ|válaszukat|segítségét|segítséget|segítségüket|információt|tájékoztatást|levelét|visszajelzést|visszajelzését|türelmét|idejét)( is)?( szépen| nagyon| még egyszer)*
        """,
        """
        (szia|sziasztok|üdvözlöm|üdv|jó (napot|reggelt|estét)( kívánok)?|helló|kedves|tisztelt (cím|uram|hölgyem|hölgyem uram))
        (ok|oké|szuper|remek|nagyszerű|tökéletes|kiváló|nagyon (jó|kedves)|rendben van és|értem)
        (további |kellemes |szép |jó |békés |boldog |minden )+(napot|hétvégét|estét|délutánt|hetet|munkát|ünnepeket|karácsonyt|új évet|pihenést|jót)( kívánok| kívánunk| önnek is)?
        (viszontlátásra|viszont kívánom|önnek is|minden jót|szintén)
        """,
        """
        (üdvözlettel|tisztelettel|köszönettel|üdv|szívélyes üdvözlettel|barátsággal)
        """,
    ),
    "ro": Pleasantries(
        """
        (mulțumesc|mulțumim|mulțam|mersi|multumesc|multumim)( (mult|foarte mult|frumos|încă o dată|anticipat|din suflet|tuturor|mii))*
        (vă |va |îți )(mulțumesc|mulțumim|multumesc|multumim)( (mult|foarte mult|frumos|încă o dată|anticipat|din suflet))*
        (vă |va )?(mulțumesc|mulțumim|multumesc|multumim|mersi)( mult| frumos| foarte mult)* (pentru|de) (tot|(promptul |promptă |rapidul )*(răspuns|răspunsul|ajutor|ajutorul|informații|informațiile|informație|mesaj|promptitudine|timpul|sprijin|amabilitate|răbdare|raspuns)( prompt| rapid| acordat| dumneavoastră| dvs)*)
        """,
        """
        (bună ziua|bună|buna ziua|bună dimineața|bună seara|salut|stimat[ăe] (domn|doamnă|domnule)|salutare)
        (ok|super|perfect|excelent|minunat|grozav|foarte (bine|amabil)|am înțeles|înțeles)
        (vă doresc |vă dorim |va doresc |să aveți |sa aveti )?(o |un )?(zi|seară|săptămână|weekend|sfârșit de săptămână|sărbători|crăciun|paște|an)( foarte)? (bună|buna|frumoasă|frumoasa|plăcută|plăcut|frumos|fericit|fericite|minunat|minunată|excelentă|nou fericit)( în continuare| și dumneavoastră)?
        (la revedere|asemenea|la fel|și dumneavoastră|toate cele bune|numai bine|sărbători fericite|crăciun fericit)
        """,
        """
        (cu (respect|stimă|considerație|drag|prietenie)|toate cele bune|salutări|o zi bună|cele bune)
        """,
    ),
    "el": Pleasantries(
        """
        (σας |σε )?(ευχαριστώ|ευχαριστούμε|ευχαριστίες|χίλια ευχαριστώ)( πολύ| πάρα πολύ| θερμά| και πάλι| εκ των προτέρων| όλους| για (όλα|(την |το |τη |τις |τον )(άμεση |γρήγορη |πολύτιμη |χρόνο |ευγενική )*(απάντηση|απάντησή|βοήθεια|βοήθειά|ενημέρωση|εξυπηρέτηση|πληροφορίες|μήνυμα|μήνυμά|χρόνο|χρόνος|υπομονή)( σας| σου)?))*
        (σας |σε )(ευχαριστώ|ευχαριστούμε)
        """,
        """
        (γεια( σας| σου)?|καλημέρα( σας)?|καλησπέρα( σας)?|αγαπητ(έ|ή|οί)( κύριε| κυρία| κύριοι)?|χαίρετε)
        (οκ|ok|τέλεια|τέλειο|υπέροχα|πολύ (καλά|ωραία)|εξαιρετικά|σούπερ|κατάλαβα|ελήφθη)
        (σας εύχομαι |να έχετε |εύχομαι )?(μια |ένα )?(καλή|καλό|όμορφη|υπέροχη|καλές|χαρούμενη) (συνέχεια|μέρα|ημέρα|απόγευμα|βράδυ|εβδομάδα|σαββατοκύριακο|γιορτές|χρονιά|χριστούγεννα|πάσχα|δύναμη)( επίσης| σε εσάς)?
        (επίσης|και σε εσάς|τα λέμε|αντίο|χρόνια πολλά|να είστε καλά)
        """,
        """
        (με εκτίμηση|φιλικά|με φιλικούς χαιρετισμούς|χαιρετισμούς|με σεβασμό)
        """,
    ),
    "ja": Pleasantries(
        """
        (誠に|本当に|大変|どうも|早速|早々の|迅速な|ご丁寧に|ご丁寧な|この度は|早速の|お忙しい中|お忙しいところ|いつも|重ねて|、)*(ご返信|ご連絡|ご対応|ご回答|ご返事|お返事|ご案内|ご教示|お知らせ|ご説明|お気遣い|ご協力|メール|情報)*(を|に|頂き|頂きまして|いただき|いただきまして|下さり|くださり|、|誠に|大変|本当に|どうも)*(有難う|有り難う|ありがとう)(ございます|ございました|御座います|御座いました)?
        (心より|深く|厚く|大変|本当に)*(感謝(申し上げます|いたします|致します|しております|します)|御礼申し上げます|お礼申し上げます|助かりました|助かります)
        (どうもです|サンキュー)
        """,
        """
        (いつも)?(大変)?(お世話に(なっております|なります|なりました)|お世話様です)
        (こんにちは|こんばんは|おはようございます|お疲れ様です|お疲れさまです|拝啓|敬具|草々|前略)
        (承知(いたしました|しました|致しました)|了解(です|しました|いたしました|致しました)|わかりました|分かりました|かしこまりました|確認(しました|いたしました|致しました))
        (今後とも|引き続き|どうぞ|何卒|どうか|これからも|またの機会に)*(よろしく|宜しく)(お願い(します|いたします|致します|申し上げます))?
        (良い|よい)(一日|週末|お年|1日)を(お過ごしください|お迎えください)?
        (では|それでは|以上)、?(失礼(します|いたします|致します))?
        (失礼(します|いたします|致します)|取り急ぎ御礼まで|取り急ぎお礼まで|まずは御礼まで|よいお年を)
        """,
        "",
    ),
    "zh": Pleasantries(
        """
        (非常|十分|万分|萬分|真的|很|多)*(感谢|感謝|谢谢|謝謝|多谢|多謝|谢了|謝了|谢啦|謝啦|感激|感激不尽|感激不盡)(您|你|你们|你們|贵司|貴司|各位|了|啦)?(的)?(及时|及時|快速|迅速|耐心|详细|詳細|热情|熱情)?的?(回复|回覆|回信|答复|答覆|帮助|幫助|帮忙|幫忙|支持|解答|服务|服務|配合|告知|通知)?
        (辛苦了|有劳了|有勞了|麻烦您了|麻煩您了)
        """,
        """
        (您好|你好|大家好|早上好|下午好|晚上好|早安|午安|晚安|尊敬的(先生|女士)|亲爱的)
        (好的|太好了|太棒了|很好|非常好|明白了|明白|了解|知道了|收到了|收到|好)
        (祝|祝您|祝你|祝贵司|祝貴司|顺祝|順祝|敬祝|此致)?(您|你)?(商祺|工作顺利|工作順利|生活愉快|身体健康|身體健康|一切顺利|一切順利|周末愉快|週末愉快|节日快乐|節日快樂|新年快乐|新年快樂|愉快|天天开心|生意兴隆|生意興隆|安好|敬礼|敬禮|有美好的一天|心情愉快|顺利|順利)
        (再见|再見|保持联系|保持聯繫)
        """,
        "",
    ),
    "ko": Pleasantries(
        """
        (정말|대단히|너무|매우|진심으로|다시 한번|다시 한 번|빠른|친절한|신속한|자세한|상세한|도움|도와주셔서|알려주셔서|알려 주셔서|연락 주셔서|연락주셔서|답변 주셔서|답변주셔서|답변|회신|답장|안내|연락|설명|주셔서|도움을|바로|에|해주셔서|해 주셔서)*( (정말|대단히|너무|매우|진심으로|친절한|빠른|답변|회신|답장|안내|연락|설명|주셔서|해주셔서|해 주셔서|도움|에))* ?(감사합니다|감사드립니다|감사 드립니다|감사해요|감사했습니다|고맙습니다|고마워요|감사|땡큐)
        """,
        """
        (안녕하세요|안녕하십니까|안녕히 계세요|수고하세요|수고하십시오|수고 많으십니다|수고하셨습니다)
        (네|넵|알겠습니다|확인했습니다|확인하였습니다|좋습니다|잘 알겠습니다|잘 받았습니다)
        (좋은|즐거운|행복한|편안한|남은) (하루|주말|저녁|오후|한 주|시간|명절|연말)( 되세요| 보내세요| 되십시오| 보내십시오|되세요|보내세요)?
        (새해 복 많이 받으세요|건강하세요|항상 건강하세요)
        """,
        """
        (드림|올림|배상)
        """,
    ),
    "ar": Pleasantries(
        """
        (ألف |الف )?(شكرا|شكرًا|مشكور|مشكورين|نشكركم|أشكركم|اشكركم|اشكرك|أشكرك|شكري|الشكر|ممتن)( جزيلا| جزيلاً| لك| لكم| كثيرا| مرة أخرى| مقدما| الجزيل| لكم جميعا)*( على (كل شيء|(الرد|ردكم|سرعة الرد|المساعدة|مساعدتكم|تعاونكم|اهتمامكم|المعلومات|التوضيح|سرعة الاستجابة|وقتكم|جهودكم)( السريع)?))*
        (بارك الله فيك(م)?|جزاك(م)? الله خيرا|جزاك(م)? الله كل خير|يعطيك(م)? العافية)
        """,
        """
        (السلام عليكم( ورحمة الله( وبركاته)?)?|مرحبا|أهلا( وسهلا)?|صباح الخير|مساء الخير|السادة الكرام|تحية طيبة( وبعد)?)
        (ممتاز|رائع|جيد جدا|تمام|عظيم|مفهوم)
        (أتمنى لكم |اتمنى لكم |أتمنى لك |نتمنى لكم )?(يوما|يوم|نهارا|أسبوعا|مساء|عطلة) (سعيدا|سعيد|سعيدة|طيبا|طيب|جميلا|جميل)
        (مع السلامة|وفقكم الله|دمتم بخير|في أمان الله|كل عام وأنتم بخير)
        """,
        """
        ((مع )?(أطيب|خالص|فائق) (التحيات|تحياتي|التحية|الاحترام|الشكر|التقدير)( والتقدير| والاحترام)?|تحياتي|مع التحية|مع تحياتي|وتفضلوا بقبول فائق الاحترام)
        """,
    ),
    "he": Pleasantries(
        """
        (המון |הרבה |רוב )?(תודה|תודות)( רבה| רבות| לך| לכם| מראש| שוב| מקרב לב| ענקית)*( על (הכל|(העזרה|התשובה|התגובה|המענה|המידע|ההסבר|השירות|הזמן|העדכון|הסבלנות)( המהירה| המהיר| שלך| שלכם)*))?
        (אני |אנחנו )?(מודה|מודים|אסיר תודה)( לך| לכם)( מאוד)?
        """,
        """
        (שלום( רב| לך| לכם)?|היי|הי|בוקר טוב|ערב טוב|צהריים טובים|לכבוד)
        (מעולה|מצוין|נהדר|יופי|סבבה|הבנתי|אוקיי|אוקי)
        (שיהיה( לך| לכם)? |המשך )?(יום|ערב|שבוע|שבת|סוף שבוע|חג|שנה) (טוב|נעים|מקסים|שלום|שמח|טובה|נפלא)
        (חג שמח|שבת שלום|להתראות|כל טוב|גם לך|גם לכם)
        """,
        """
        (בברכה|בכבוד רב|בתודה|ברכות|בידידות)
        """,
    ),
}
