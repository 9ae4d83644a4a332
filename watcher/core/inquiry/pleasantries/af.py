"""Afrikaans."""

from __future__ import annotations

from watcher.core.inquiry.pleasantries.words import Pleasantries

WORDS = Pleasantries(
    thanks="dankie baie_dankie dankbaar bedank dank",
    thanked="wil_(net_|graag_|)(sê|dankie_sê) baie hartlike hartlik vir_(die|jou|u|julle|alles|al) die jou u julle alles al vinnige goeie vriendelike duidelike flinke hulp antwoord terugvoer inligting tyd geduld verduideliking raad diens moeite begrip ondersteuning vriendelikheid en weer nogmaals ek ons sê aan almal boodskap",
    praise="sal_(baie_|)(bly|gelukkig)_wees wonderlik uitstekend perfek fantasties gaaf lekker mooi super vriendelik bly gelukkig tevrede verlig gehelp opgelos duidelik dit_werk_(weer|nou|perfek) werk_(weer|nou|perfek) verstaan",
    praised="dit is was baie nou alles weer my ons het u julle jy my_vrou vrou man dogter seun ma pa kinders probleem antwoord hulp so regtig ek",
    wished="dag naweek aand week kersfees jaar paasfees vakansie middag oggend nuwejaar",
    good="geniet lekker goeie mooi geseënde gelukkige aangename heerlike voorspoedige wonderlike",
    wishing="geniet u jou julle 'n n die ek wens ons vir en nuwe ook verder hê alles res van",
    common="en ek ons u jy julle baie ook",
    formulas="ok verstaan duidelik alles_(duidelik|reg) totsiens dieselfde plesier dis_n_plesier ook_vir_u u_ook sterkte mooi_loop tot_(siens|later)",
    greetings="hallo goeie_(more|môre|dag|middag|naand|aand) beste geagte(|_heer|_dame|_meneer|_mevrou) hi dag liewe",
    closings="groete groetnis groet uwe liefde",
    closed="vriendelike hartlike beste met die vriendelik",
    titles="mnr mev mej dr meneer mevrou",
)
