"""Maltese."""

from __future__ import annotations

from watcher.core.inquiry.pleasantries.words import Pleasantries

WORDS = Pleasantries(
    thanks="grazzi nirringrazzja(k|kom|wk|wkom) niringrazzja(k|kom) mille_grazzi",
    thanked="""
        ħafna ħafna_ħafna mill-qalb minn_qalbi mill-ġdid tal-għajnuna tal-għajnuna_(tiegħek|tagħkom) għall-għajnuna għall-għajnuna_(tiegħek|tagħkom)
        tat-tweġiba għat-tweġiba (ta'|għal)_tweġiba malajr tal-informazzjoni għall-informazzjoni tal-pazjenza għall-pazjenza tas-servizz għas-servizz
        tal-pariri għall-pariri tal-ħin għall-ħin ta'_kollox għal_kollox tant u jien aħna
    """,
    praise="tajjeb tajba ħelu sabiħ prosit perfett eċċellenti jaħdem_(mill-ġdid|issa) (kollox_|)(ċar|tajjeb) kuntent kuntenta kuntenti għent ħafna_għajnuna",
    praised="huwa hija dan din kollox issa ħafna tassew konna kont intom int",
    wished="ġurnata lejla nhar ġimgħa tmiem_il-ġimgħa milied sena festi għid",
    good="sabiħa sabiħ tajba tajjeb it-tajba t-tajba it-tajjeb t-tajjeb hienja hieni",
    wishing="nixtieq(lek|ilkom) nixtiequ(lek|lkom) il il-ġurnata il-lejla il-ġimgħa il-milied is-sena l-għid u lilek lilkom ukoll il-familja",
    common="u jien aħna ħafna mill-ġdid",
    formulas="fhimt sew saħħa caw ċaw narak narakom il-ġurnata_t-tajba il-lejl_it-tajjeb il-milied_it-tajjeb is-sena_t-tajba",
    greetings="bonġu bonswa hello għażiż għażiża għeżież sinjur sinjura",
    closings="tislijiet tislima dejjem_tiegħek",
    closed="bl-aħjar aħjar sinċerament mill-qalb minn",
    titles="sur sinjura dr prof",
    functions="direttur maniġer segretarju",
    footers="dan_l-email din_l-email kunfidenzjali mibgħut",
)
