"""core/message/scripts.py: octets that cannot be Western are read in their script; what may be Western is left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watcher.core.message.scripts import find_script

LETTERS = {
    "cp1251": "Здравствуйте, сколько будет стоить доставка шкафа в Казань?",
    "koi8_r": "Здравствуйте, сколько будет стоить доставка шкафа в Казань?",
    "iso8859_5": "Здравствуйте, сколько будет стоить доставка шкафа в Казань?",
    "cp1253": "Καλημέρα, θα ήθελα μια προσφορά για δύο καρέκλες, παρακαλώ.",
    "cp1255": "שלום, האם יש לכם שולחן כזה במלאי ומה המחיר שלו?",
    "cp1256": "السلام عليكم، كم سعر هذه الطاولة مع التوصيل إلى المنزل؟",
    "cp874": "สวัสดีครับ ราคาโต๊ะตัวนี้เท่าไร และส่งถึงบ้านได้ไหมครับ",
    "gb18030": "您好，请问这张桌子的价格是多少？可以送货到上海吗？谢谢。",
    "cp949": "안녕하세요, 이 책상의 가격이 얼마인지 알고 싶습니다. 감사합니다.",
    "euc_jp": "お世話になっております。この机の見積もりをお願いいたします。",
    "shift_jis": "お世話になっております。この机の見積もりをお願いいたします。",
}


@pytest.mark.parametrize(("codec", "text"), LETTERS.items(), ids=LETTERS)
def test_another_script_is_read_in_its_charset(codec: str, text: str) -> None:
    data = text.encode(codec)
    found = find_script(data)
    assert found and data.decode(found) == text


@pytest.mark.parametrize("text", ["Узнай как заработать", "Привет, сколько стоит стол?", "Re: ваш заказ"])
@pytest.mark.parametrize("codec", ["cp1251", "koi8_r"])
def test_a_subject_is_enough(codec: str, text: str) -> None:
    data = text.encode(codec)
    assert data.decode(find_script(data)) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Guten Tag, können Sie mir die Maße für den Küchenschrank nennen? Grüße",
        "ÉTÉ À LA MER",
        "Çà et là, où êtes-vous ?",
        "ÄÖÜß",  # two letters in two are accented only where somebody writes nothing else
        "Größenänderungsübersicht",
        "Ação não é opção",
        "»Þór« Ææ",
        "1 € = 0,85 £ ±5 °C",
    ],
)
def test_western_text_stays_western(text: str) -> None:
    data = text.encode("cp1252")
    found = find_script(data)
    assert not found, found


@given(st.binary(max_size=400))
def test_any_octets_are_looked_at(data: bytes) -> None:
    found = find_script(data)
    assert not found or b"".decode(found) == ""


def test_a_long_text_is_told_by_its_beginning() -> None:
    assert find_script(LETTERS["cp1251"].encode("cp1251") * 20_000) == "cp1251"
