"""Vietnamese."""

from __future__ import annotations

from watcher.core.inquiry.pleasantries.words import Pleasantries

WORDS = Pleasantries(
    thanks="cảm_ơn cám_ơn cảmơn biết_ơn tks thanks cảm_tạ",
    thanked="rất nhiều xin chân thành anh chị em bạn ông bà cô chú các quý công ty đã vì sự về phản hồi trả lời câu giúp đỡ hỗ trợ thông tin tư vấn giải thích nhanh chóng nhiệt tình kịp thời chi tiết tận tình kiên nhẫn thời gian dành lời khuyên hướng dẫn tôi mình chúng ta lần nữa một mọi thứ và ạ nhé nha của vô cùng thật lắm quan tâm dịch vụ tốt",
    praise="sẽ_rất_(vui|thích|mừng) tuyệt_vời tuyệt rất_tốt hay_quá vui hài_lòng mừng đã_hiểu hiểu_rồi đã_rõ rõ_rồi giải_quyết_(rồi|được_rồi|xong) chạy_được_rồi hoạt_động_(lại_|)rồi hữu_ích chu_đáo dễ_thương tử_tế",
    praised="rất tôi mình em anh chị bạn chúng đã vậy là thì quá giờ bây mọi thứ vấn đề và ạ rồi lắm thật vợ chồng con gái trai mẹ bố gia đình ",
    wished="ngày cuối_tuần tuần năm_mới giáng_sinh sức_khỏe buổi_tối buổi_chiều tết kỳ_nghỉ công_việc năm lễ",
    good="vui_vẻ tốt_lành tốt_đẹp an_lành hạnh_phúc chúc_mừng thuận_lợi dồi_dào thành_công bình_an vui chúc",
    wishing="chúc anh chị em bạn ông bà cô chú các quý công ty có một và nhiều luôn gia đình ạ nhé nha mọi người kính mới",
    common="và rất ạ nhé anh chị em bạn tôi mình",
    formulas="""
        chào xin_chào (tôi_|mình_|em_|)(đã_|)(hiểu|hiểu_rồi|rõ|rõ_rồi|nhận_được) ok tạm_biệt hẹn_gặp_lại không_có_gì không_có_chi
        rất_vui
        à ồ ôi (giờ_|bây_giờ_|)(tôi_|em_|mình_|anh_|chị_|)(hiểu_rồi|đã_hiểu|rõ_rồi|biết_rồi|đã_rõ)
        vấn_đề_(đã_|)(được_giải_quyết|giải_quyết_xong|xong_rồi|ổn_rồi) tuyệt_vời(|_quá|_lắm) hay_quá tốt_quá may_quá
        (không_cần|khỏi)_(trả_lời|phản_hồi|hồi_âm)
        (chúc|kính_chúc)_(anh|chị|em|bạn|shop|quán|cô|chú|công_ty|quý_công_ty|cả_nhà|mọi_người|anh_chị)(_và_gia_đình|)
        (buôn_may_bán_đắt|làm_ăn_phát_đạt|nhiều_sức_khỏe|nhiều_sức_khoẻ|sức_khỏe|năm_mới_vui_vẻ|năm_mới_an_khang_thịnh_vượng|ngày_mới_vui_vẻ|một_ngày_vui_vẻ|một_ngày_tốt_lành|cuối_tuần_vui_vẻ|giáng_sinh_vui_vẻ|ngủ_ngon|vạn_sự_như_ý|thành_công|bình_an|đắt_hàng|đông_khách|luôn_vui)
        chúc_mừng_(năm_mới|giáng_sinh)
    """,
    greetings="chào(|_anh|_chị|_em|_bạn|_ông|_bà|_cô|_quý_công_ty) kính_(gửi|chào|thưa) xin_chào thân_gửi",
    closings="trân_trọng thân_ái thân_mến thân kính_thư",
    closed="trân trọng kính chào rất",
    titles="anh chị ông bà cô chú em",
)
