"""Spanish."""

from __future__ import annotations

from watcher.core.inquiry.pleasantries.words import Pleasantries

WORDS = Pleasantries(
    thanks="""
        (quiero|queremos|quería|queríamos|quisiera)_(agradecerle|agradecerles|agradecerte|agradecer|darle_las_gracias|darles_las_gracias|darte_las_gracias)
        gracias agradezco agradecemos agradecid(o|a|os|as) agradecimiento agradecimientos agradecerle agradecerles
        agradecerte agradecer grax
    """,
    thanked="""
        muchas muchísimas mil infinitas millones miles un_millón_de a_usted a_ustedes a_ti a_vosotros a_todos a_todas a_todo_el_equipo
        de_nuevo otra_vez nuevamente por_(su|sus|tu|tus|la|las|el|los|vuestra|vuestro|vuestros|todo|toda|todos|esta|este|tan|haberme|habernos|responder|contestar|atenderme|ayudarme|explicármelo|explicármelo_todo)
        su sus tu tus la las el los vuestra vuestro todo toda todos le les lo se te os de del y
        mi nuestro más_sincer(o|os|as) mucho muchísimo infinitamente sinceramente profundamente enormemente corazón
        de_corazón de_todo_corazón de_verdad realmente muy estoy estamos
        respuesta respuestas ayuda atención información informaciones tiempo mensaje correo amabilidad apoyo servicio
        rapidez gestión gestiones aclaración aclaraciones paciencia explicación explicaciones consejo consejos interés
        disponibilidad profesionalidad orientación trato colaboración esfuerzo dedicación comprensión datos detalle
        detalles confianza asesoramiento equipo eficacia gentileza
        pronta rápida rápido amable gran clara claro excelente estupenda detallada completa útil valiosa buen buena inmediata
        tan_(rápida|rápido|pronto|bien|amable|clara|claro|amablemente|completa|detallada) tan rápidamente pronto bien
        responder contestar haberme habernos respondido contestado ayudado atendido explicado
        por_(avisar|avisarme|avisarnos|contestar|responder|atenderme|atendernos|ayudarme|ayudarnos|explicármelo|explicarlo|aclararlo|aclarármelo|tomarse_la_molestia|tomaros_la_molestia|tomarse_el_tiempo|todo|estar_pendiente|la_paciencia_infinita|su_franqueza|la_sinceridad|su_sinceridad)
        eternamente sinceridad franqueza diligencia prontitud
    """,
    praise="""
        muy_bien muy_bueno
        (estará|estarán|va_a_estar|se_va_a_poner|se_pondrá)_(muy_|)(encantad(a|o|os|as)|content(a|o|os|as)|feliz|felices) se_(alegrará|alegrarán)(_mucho|_muchísimo|)
        perfecto perfecta genial estupendo estupenda excelente fenomenal fantástico fantástica maravilloso maravillosa súper super
        amable amables magnífico magnífica increíble guay top bravo encantador encantadora espléndido útil chulo
        encantada encantado encantados encantadas contenta contento contentos feliz felices aliviada aliviado satisfecho satisfecha
        alegro alegra alegramos alegría tranquila tranquilo atentos atentas majos majo majísimos amabilísimo
        ayudado ayuda_mucho servido resuelto resuelta solucionado solucionada arreglado aclarado claro clarísimo
        (ya|ahora|todo)_funciona(|_todo|_bien|_perfectamente|_de_nuevo|_otra_vez) funciona_(de_nuevo|otra_vez|perfectamente|todo|ya|muy_bien|bien)
        ha_funcionado(|_perfectamente|_muy_bien) entendido era_(justo_|exactamente_|)lo_que_(necesitaba|buscaba|quería_saber|necesitábamos)
        justo_lo_que_(necesitaba|quería_saber|buscaba) buenísimo ángel
    """,
    praised="""
        es está están ha han sido son fue todo queda quedado me nos le muy qué que de_su_parte de_ustedes ya
        ahora muchísimo realmente tan mi mis nuestro nuestra madre padre mujer marido esposa esposo hija hijo hijos padres
        familia jefe jefa compañera compañero niños abuela abuelo pareja novia novio el la los las un una problema su
        sus respuesta ayuda explicación servicio atención se con mucho_más eso esto así estoy estamos de_verdad usted
        son_ustedes ustedes a por_fin noticia verdad gran equipo
    """,
    wished="""
        día días tarde noche semana fin_de_semana finde fiestas navidad navidades año año_nuevo pascua jornada reyes salida
        verano vacaciones puente viaje semana_santa salud suerte éxito éxitos mañana ramadán
        pascuas cosecha vendimia temporada inicio_de_semana provecho
    """,
    good="""
        buen buena buenos buenas feliz felices excelente lindo linda bonito bonita gran próspero mucha mucho mejor estupendo
        estupenda maravilloso agradable hermoso hermosa bello feliz_y_próspero
    """,
    wishing="""
        que tenga tengan tengas tengáis pase pasen pases paséis le les te os deseo deseamos deseando un una muy también a_usted a_ustedes
        igualmente para ustedes usted ti vosotros a_todos a_todo_el_equipo y su familia equipo de_lo_que_queda resto del de la
        el lo nuevo entrada toda todos los nuestros en mis mejores deseos y_a
        para_todos
    """,
    common="y yo a muy usted ustedes me nos mucho de_nuevo realmente",
    formulas="""
        (eso|así)_(lo_|)(explica|aclara)_todo me_quedo_más_(tranquila|tranquilo) me_quedo_tranquil(a|o) qué_(rapidez|eficacia|amabilidad|rápido|rápidos|servicio) así_da_gusto da_gusto (son|sois|eres|es)_(un_encanto|un_sol|geniales|los_mejores|un_ángel|unos_cracks|muy_amables) (os|les|la|lo)_recomendaré(|_a_todos) cinco_estrellas ha_llegado_(todo_bien|todo_perfecto|todo_en_perfecto_estado) ahora_(lo_|)(entiendo|comprendo|sé)(|_todo|_mejor) ya_(lo_|)(entiendo|comprendo|veo|sé) lo_(encontré|he_encontrado) era_(ese|eso)_el_problema saludos_a_(todos|todo_el_equipo|la_familia|su_familia) un_servicio_(excelente|estupendo|de_diez) suerte_con_todo buen_trabajo buen_viaje mil_bendiciones
        (buen|feliz)_(viernes|domingo|lunes|martes|miércoles|jueves|sábado)
        ok okay vale entendido recibido anotado perfecto de_acuerdo_y queda_claro todo_(claro|bien|aclarado|entendido|perfecto) (lo_|)(he_|hemos_|)(entendido|recibido|anotado|comprendido)(|_todo|_bien|_perfectamente)
        igualmente hasta_(pronto|luego|la_próxima|otra|siempre) cuídese cuídate cuídense bendiciones que_dios_(le|les|te)_bendiga dios_(le|les|te)_bendiga adiós chao chau
        de_nada no_hay_de_qué un_placer ha_sido_un_placer gracias_a_(usted|ustedes|vosotros|ti) a_usted a_ustedes lo_mismo_digo
        quedo_a_su_(entera_|)disposición quedamos_a_su_(entera_|)disposición (a_|)su_disposición no_dude_en_(contactarme|contactarnos|escribirme|llamarme)(|_si_necesita_algo)
        me_alegro me_alegra_saberlo es_bueno_saberlo qué_(bien|bueno|alegría|alivio|amable|amables|maravilla) enhorabuena felicidades saludos_al_equipo
        disculpe_las_molestias perdone_las_molestias eso_es_todo eso_era_todo menos_mal era_(eso|justo_eso|exactamente_eso)
        ah oh uf ay guau hurra olé buenísimo (ah_|)(ya_|ahora_)(lo_|)(entiendo|veo|comprendo|sé)
        (ya_|)(está|queda|quedó|todo_queda|todo_quedó)_(todo_|)(claro|clarísimo|aclarado|entendido|resuelto|solucionado|anotado)(|_entonces)
        (me_quedo|nos_quedamos|quedo)_(mucho_|más_|)(tranquil(o|a|os|as))
        (estaba|estaban)_en_(el_|la_carpeta_de_)(spam|correo_no_deseado) (lo|la)_(he_encontrado|encontré)(|_en_el_spam|_en_spam)
        no_hace_falta_(que_me_|)(contestar|conteste|contestes|responder|responda|respondas)
        (solo|sólo)_quería_(decírselo|decírtelo|que_lo_supiera|que_lo_supieras|darle_las_gracias|daros_las_gracias|darte_las_gracias)
        es_(usted_|ustedes_|)(un_|una_|unos_|unas_|)(sol|soles|crack|cracks|ángel|ángeles|encanto|maravilla|tesoro|genio|genios|fenómeno|los_mejores|el_mejor|la_mejor|geniales|genial)
        sois_(usted_|ustedes_|)(un_|una_|unos_|unas_|)(sol|soles|crack|cracks|ángel|ángeles|encanto|maravilla|tesoro|genio|genios|fenómeno|los_mejores|el_mejor|la_mejor|geniales|genial)
        eres_(usted_|ustedes_|)(un_|una_|unos_|unas_|)(sol|soles|crack|cracks|ángel|ángeles|encanto|maravilla|tesoro|genio|genios|fenómeno|los_mejores|el_mejor|la_mejor|geniales|genial)
        son_(usted_|ustedes_|)(un_|una_|unos_|unas_|)(sol|soles|crack|cracks|ángel|ángeles|encanto|maravilla|tesoro|genio|genios|fenómeno|los_mejores|el_mejor|la_mejor|geniales|genial)
        (qué|que)_(alegría|bien|ilusión|maravilla|rapidez|detalle|amable|amables|alivio|bueno|majos|atención|servicio|gran_servicio|buena_noticia|gusto)
        (dios|que_dios)_(se_lo_pague|lo_bendiga|la_bendiga|le_bendiga|los_bendiga|te_bendiga|os_bendiga|me_lo_bendiga|me_la_bendiga)(|_a_usted|_siempre|_mucho)
        (saludos|recuerdos|un_saludo|un_abrazo|besos)_(a|para)_(todos|todo_el_equipo|su_esposa|su_marido|su_mujer|la_familia|su_familia|tu_familia|vuestra_familia)
        que_(lo_pasen|lo_paséis|lo_pases|pase|pasen|tengan|tenga|tengáis|tengas)_(muy_|un_|una_|)(bien|buen_día|buen_fin_de_semana|feliz_día|linda_tarde|bonito_día|buenas_vacaciones|lindo_día)
        (me|nos)_(ha|habéis|has|han)_(alegrado|salvado|resuelto|arreglado)_(el_día|la_vida|la_duda|la_tarde|la_semana)
        (ha|han)_quedado_(precioso|preciosa|perfecto|perfecta|genial|fenomenal|estupendo|estupenda|como_nuevo|como_nueva|de_maravilla|muy_bien|perfectamente)
        como_(nuevo|nueva|la_seda) (problema|asunto)_(resuelto|solucionado|arreglado) (da|dan)_gusto un_diez de_diez mil_gracias
    """,
    greetings="""
        hola buenos_días buenas_tardes buenas_noches buenas buen_día estimad(o|a|os|as)(|_señor|_señora|_señores|_equipo|_amigos|_señores_y_señoras) señor(|es|a|as)
        querid(o|a|os|as)(|_amigos|_equipo) apreciad(o|a|os|as)(|_señor|_señora|_señores) muy_(señor_mío|señores_míos|buenas|buenos_días) distinguid(o|a|os)(|_señor|_señora|_señores)
        hola_(a_todos|de_nuevo|buenos_días|buenas_tardes|buenas|equipo)
    """,
    closings="""
        saludo saludos atentamente abrazo abrazos cordialmente sds atte salu2 besos beso saluda saludamos afectuosamente respetuosamente sinceramente slds
    """,
    closed="""
        un una cordial cordiales atento atentos afectuoso afectuosos mejores mis nuestros fuerte gran muy le les reciba reciban
        más_sinceros sinceros suyo suya a su equipo familia todos todo el desde de con los las se despide
    """,
    titles="señor señora señorita sr sra srta don doña d dña dr dra",
    functions="director directora gerente responsable compras ventas jefe jefa departamento propietario propietaria abogado abogada administración ingeniero secretaria comercial",
    footers="""
        este_(mensaje|correo|e-mail) antes_de_imprimir la_información_contenida aviso_legal aviso_de_confidencialidad confidencialidad
        enviado_(desde|de|con) piense_en_el_medio_ambiente protección_de_datos en_cumplimiento_de cif nif de_conformidad_con obtener_outlook síguenos
    """,
)
