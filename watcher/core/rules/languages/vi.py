"""Vietnamese."""

from __future__ import annotations

from watcher.core.rules.languages.words import (
    AbsenceWords,
    CircularWords,
    LanguageWords,
    LetterWords,
    NoticeWords,
    VoiceWords,
)

WORDS = LanguageWords(
    absence=AbsenceWords(
        away="nghỉ phép|đang nghỉ|không có mặt|vắng mặt|đi công tác|văn phòng (đóng|nghỉ)|nghỉ thai sản|nghỉ lễ",
        added="đến|từ ngày|trở lại|quay lại|khẩn|phản hồi|trả lời|liên hệ",
        maybe_away=(
            "nghỉ (ốm|bệnh|thai|phép|lễ|tết|việc)|đang ốm|tang|đóng cửa|hội chợ|triển lãm|công tác|không còn làm|"
            "vắng|đi vắng"
        ),
        answers=(
            "đồng nghiệp|hạn chế|ngày làm việc tiếp theo|sẽ (trả lời|phản hồi|hồi âm)|khẩn|quay lại làm việc|"
            "trở lại làm việc|khi trở lại"
        ),
        alone="trong thời gian (tôi )?vắng mặt|khi tôi vắng mặt|hạn chế (truy cập|kiểm tra) email",
        everyday_away=(
            "thai sản|đám cưới|đám tang|về quê|nghỉ (tết|lễ|việc|hưu)|ăn tết|"
            "nghỉ (vài|mấy|một|hai|ba)|xin nghỉ|ngày (nghỉ|lễ)|nằm viện|bệnh viện|phẫu thuật|tập huấn|khóa học|đào tạo|kiểm kê|"
            "trăng mật|không còn|đã nghỉ việc|tôi (vắng|nghỉ|không làm việc)|không làm việc|đang nghỉ|không còn phụ trách|"
            "(đi )?công tác|nghỉ (thai sản|ốm|phép|lễ|tết|hè)|nước ngoài|hội chợ|tang lễ|nghỉ hưu|"
            "(xưởng|cửa hàng|văn phòng|đội) (nghỉ|đóng|tạm)|không có (sóng|mạng)"
        ),
        everyday_answers=(
            "đi làm lại|làm lại|phụ trách|sẽ liên hệ|ngày mai|không (được )?đọc|có mặt|viết cho|tuần sau|thay tôi|hỗ trợ|sáng mai|"
            "tôi sẽ đọc|(đến|tới) thứ (hai|ba|tư|năm|sáu)|(xử lý|phụ trách|thay|đảm nhận|giải quyết) (thay|công việc|giúp|tôi)|"
            "lần lượt|theo thứ tự|(xem|đọc|kiểm tra) .{0,12}(thư|mail|email)|nếu (gấp|khẩn)|khẩn|(trở lại|quay lại|mở cửa lại)|"
            "từ (thứ|ngày)"
        ),
        subjects=(
            "nghỉ (phép|lễ|tết)|(chúng tôi|tôi) (đang )?(nghỉ|đi công tác|vắng)|nghỉ (phép|lễ|tết|hè)|đóng cửa|"
            "cảm ơn (bạn|quý khách|anh|chị) đã (gửi|liên hệ)|tạm nghỉ"
        ),
        trade="(các )?đơn hàng (trên|online|sẽ|được)|báo giá sẽ|hóa đơn sẽ",
        arranges="đồng ý|xác nhận|chấp nhận|phù hợp|chìa khóa|(vợ|chồng) tôi ở nhà|đặt cọc|chuyển khoản",
        urgent="gấp|khẩn cấp",
    ),
    notices=NoticeWords(
        automatic=(
            "tin nhắn tự động; email tự động; thư tự động; được gửi tự động; được tạo tự động; trả lời tự động; "
            "vui lòng không trả lời; xin vui lòng không trả lời; xin đừng trả lời"
        ),
        receipt="chúng tôi đã nhận được; yêu cầu của bạn đã; yêu cầu của quý khách; tin nhắn của bạn đã; mã yêu cầu",
        courtesy=(
            "cảm ơn bạn đã liên hệ; cảm ơn quý khách đã liên hệ; chúng tôi sẽ phản hồi; chúng tôi sẽ liên hệ; "
            "chúng tôi sẽ trả lời"
        ),
        trade=(
            "cảm ơn bạn đã đặt hàng; cảm ơn quý khách đã đặt hàng; cảm ơn bạn đã mua; cảm ơn quý khách đã mua; "
            "xác nhận đơn hàng; xác nhận thanh toán; đơn hàng của bạn; đơn hàng của quý khách; đơn hàng #; "
            "gói hàng của bạn; mã vận đơn; theo dõi đơn hàng; hóa đơn của bạn; hóa đơn của quý khách; "
            "thanh toán của bạn; bưu kiện của bạn; đặt chỗ của bạn; đơn hàng của bạn đã"
        ),
        access=(
            "mã xác minh; mã xác thực; mã otp; mã bảo mật; mã của bạn; nhập mã; sử dụng mã; mã có hiệu lực; "
            "không chia sẻ mã; đặt lại mật khẩu; mật khẩu của bạn; đăng nhập mới; nếu bạn không yêu cầu"
        ),
        appointment="nhắc lịch hẹn; nhắc hẹn; xin nhắc; lịch hẹn của bạn; lịch hẹn của quý khách",
        survey="ý kiến của bạn; ý kiến của quý khách; đánh giá của bạn; khảo sát; mức độ hài lòng; hài lòng như thế nào",
        program="cuộc gọi nhỡ; đã chấp nhận lời mời; đã từ chối lời mời",
        sign="muốn thu hồi thư; muốn thu hồi tin nhắn",
        asks=(
            "có câu hỏi?; bạn có câu hỏi?; bạn cần giúp đỡ?; cần hỗ trợ?; không phải bạn?; bạn có hài lòng * ?; "
            "quên mật khẩu?"
        ),
        first="tôi; mình; em; đơn hàng của tôi",
        wants=(
            "muốn biết; muốn hỏi; cho tôi hỏi; cho mình hỏi; cho em hỏi; xin hỏi; "
            "chúng tôi muốn; chúng tôi cần; chúng tôi đã đặt; chúng tôi chưa; xin gửi; vui lòng gửi cho; có thể gửi; "
            "báo giá; chưa nhận được; chưa đến; không hoạt động; bị hỏng; thiếu; sai; hủy đơn; nhưng"
        ),
    ),
    circulars=CircularWords(
        subjects=(
            "bảng giá mới|điều chỉnh giá|tăng giá|thông báo (nghỉ|giá|dời|lịch)|chuyển (địa điểm|trụ sở|văn phòng)|chúc mừng|"
            "thư mời|giờ làm việc"
            "|(thông báo|lịch (nghỉ|làm việc|khai giảng)|nghỉ (lễ|tết))|(giờ|thời gian) (mở cửa|làm việc)|(điều chỉnh|"
            "thay đổi|bảng|cập nhật) giá|(chuyển|đổi) (địa chỉ|trụ sở|văn phòng|tài khoản)|(thư mời|kính mời|giấy mời)|"
            "(chúc mừng|kính gửi toàn thể)|cảm ơn .{0,12}(ghé thăm|tham quan)|(cúp|ngừng cung cấp) (điện|nước)|đại hội|"
            "hội nghị thường niên"
        ),
        readers=(
            "(quý )?(hội viên|thành viên|phụ huynh|cư dân|độc giả|khách hàng|đối tác|khách mời|học viên|cổ đông)|"
            "bà con|hàng xóm|các bạn đọc|cựu học sinh|tình nguyện viên|hộ gia đình"
        ),
        everybody=(
            "(tất cả )?(mọi người|các bạn|anh chị em|anh chị|cả nhà|quý vị|đồng nghiệp)|kính gửi (toàn thể|quý)|"
            "toàn thể"
        ),
        opts_out="nếu (bạn )?không muốn nhận",
        tells=(
            "(đại hội|họp) (thường niên|cổ đông|cư dân|phụ huynh|hội)|biên bản|chương trình (họp|nghị)|"
            "(giờ|thời gian) (mở cửa|làm việc|hoạt động)|lịch nghỉ|"
            "(catalog|bảng giá|bộ sưu tập|chương trình|địa chỉ|thực đơn|website) mới|(tăng|điều chỉnh|thay đổi) giá|"
            "(chuyển|dời) (văn phòng|địa điểm|địa chỉ)|(ghé thăm|mời ghé|gian hàng)|ngày hội|hội chợ|"
            "(khai giảng|lớp học|khóa học|buổi tập) .{0,15}(bắt đầu|mới|tháng)|đăng ký (trước|tại|ngay|qua)|"
            "số lượng (có hạn|chỗ)|còn .{0,6}chỗ|(hội phí|phí quản lý)|(cần|tìm) tình nguyện|"
            "(cắt|ngừng cấp) (nước|điện)|thi công|(thông báo|xin thông báo|trân trọng thông báo|kính báo|nhắc)|"
            "(chia sẻ|chuyển tiếp) .{0,12}(bạn bè|mọi người)|không cần (trả lời|phản hồi)|"
            "(mong|hẹn|rất mong) (gặp|được gặp|được đón|sự có mặt)|cảm ơn (mọi người|quý|các bạn)|"
            "chúc mừng (năm mới|giáng sinh)|nghỉ (tết|lễ)|như mọi năm"
        ),
    ),
    requests=(
        "(muốn|cần|tìm|xin(?! chào)|đề nghị|yêu cầu|đặt|chờ|đợi|mua|hủy|khiếu nại|quan tâm|ứng tuyển)|"
        "vui lòng (gửi|cho|báo|liên hệ lại)|có thể|được không|báo giá|giá|lịch hẹn|hoàn tiền|đổi|hỏng|vỡ|lỗi|"
        "không (hoạt động|dùng|nhận|đóng)|chưa|thiếu|sai|gấp|cv|việc làm|khi nào|bao (giờ|nhiêu|lâu)|gọi lại|"
        "vấn đề|vẫn|tiếc|trả lời"
    ),
    needs="báo giá|giá|cần ",
    visits=(
        r"\d{1,3} (người|khách|người lớn|trẻ em|học sinh|suất)|(chúng tôi|bên tôi|đoàn) (có |gồm |"
        r"khoảng )*\d{1,3}|(bên|chỗ) (anh|chị|bạn|quý)"
    ),
    announces=(
        "(công việc|yêu cầu báo giá) mới|"
        "(tin nhắn|yêu cầu|câu hỏi|liên hệ) mới|đã (gửi|để lại|nhắn) (cho )?(bạn|quý|một|tin)|"
        "(tin nhắn|câu hỏi) từ |quan tâm (đến|tới)|đang tìm"
    ),
    voice=VoiceWords(
        common="và của đã được cho với trong là không này từ",
        your="bạn quý",
    ),
    telephone="điện thoại|sđt",
    letters=LetterWords(
        greetings="xin chào|kính",
        closings="trân trọng",
        currencies="đ vnđ đồng",
        orders="đơn đặt hàng",
    ),
)
