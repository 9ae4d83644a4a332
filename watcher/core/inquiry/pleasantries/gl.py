"""Galician."""

from __future__ import annotations

from watcher.core.inquiry.pleasantries.words import Pleasantries

WORDS = Pleasantries(
    thanks="grazas agradezo agradecemos agradecido agradecida agradecemento graciñas gracias",
    thanked="moitas moitísimas mil infinitas a_vostede a_vostedes a_vós a_todos de_novo outra vez por_(todo|a|o|as|os|súa|responder|axudarme) pola polo polas polos a o as os súa seu súas seus vosa voso tan lle lles vos de corazón moito e eu resposta axuda atención información tempo mensaxe correo amabilidade apoio servizo rapidez aclaración paciencia explicación explicacións consello consellos rápida rápido clara boa",
    praise="estará_(moi_|)(encantad(a|o)|content(a|o)|feliz) perfecto perfecta xenial estupendo excelente fantástico marabilloso amable amables encantada encantado contenta contento feliz solucionado resolto claro (xa|agora|todo)_funciona(|_todo|_ben) entendido",
    praised="é está foi foron todo moi xa agora me nos que tan miña meu nosa muller marido filla fillo nai pai fillos familia o a problema súa resposta axuda quedou queda",
    wished="día tarde noite semana fin_de_semana festas nadal ano aninovo pascua vacacións verán saúde",
    good="bo boa bos boas feliz felices moi_bo excelente bonito moita",
    wishing="que teña teñan pase pasen un unha moi tamén a_vostede a_vostedes igualmente lle lles desexo e ano novo a_todos equipo familia de",
    common="e moi eu vostede vostedes tamén",
    formulas="ok vale entendido recibido todo_claro igualmente ata_(logo|pronto|outra) adeus de_nada un_pracer cóidese parabéns",
    greetings="ola bo_día bos_días boas_(tardes|noites) boas estimad(o|a|os|as)(|_señor|_señora|_señores)",
    closings="saúdos saúdo atentamente aperta apertas cordialmente",
    closed="un unha cordial cordiais forte atento",
    titles="señor señora sr sra don dona",
)
