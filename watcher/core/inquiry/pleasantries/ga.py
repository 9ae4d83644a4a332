"""Irish."""

from __future__ import annotations

from watcher.core.inquiry.pleasantries.words import Pleasantries

WORDS = Pleasantries(
    thanks="go_raibh_maith_agat go_raibh_maith_agaibh grma go_raibh_míle_maith_agat go_raibh_míle_maith_agaibh míle_buíochas buíochas buíoch",
    thanked="as do chabhair fhreagra chuid ama an na eolas agus arís mór ó chroí le díot díbh bhur",
    praise="iontach go_hiontach ar_fheabhas go_breá",
    wished="lá deireadh_seachtaine nollaig oíche",
    good="deas maith shona bhreá",
    wishing="bíodh agat agaibh bain taitneamh as ag",
    common="agus",
    formulas="slán slán_go_fóill tuigim ceart_go_leor_go_raibh_maith_agat nollaig_shona fáilte_romhat",
    greetings="dia_dhuit a_chara haigh",
    closings="le_meas le_gach_dea-mhéin beannachtaí is_mise",
)
