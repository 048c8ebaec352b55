"""What is typed into cells and written into notes, and into which of the cells."""

from hypothesis import strategies as st

TEXTS = st.one_of(
    st.text(min_size=1, max_size=12, alphabet="完成=≥9%'-+@《》项次 1０．\n\t\"&<>【】𠮷é{}"),
    st.sampled_from(
        ["=100%", "-5", "'单引号", "≥95%", "100%", "无", "3月1日", "【请填写】自己", "=1+1", "1E5",
         "TRUE", "2:30", "007", " 前后空格 ", "不适用", "http://a.cn", "[1]", "达成年度指标"]
    ),
)  # fmt: skip
NUMBERS = st.sampled_from([0.0, 1.0, 4.5, 8.0, 10.0, -3.0, 99.99, 0.98, 12345678.9])
OVER_TEXT = "=后来填写的"
OVER = st.sampled_from([OVER_TEXT, OVER_TEXT, 7.25, "=3+5"])
"""Typed over what a button has written: into cells for text, the others into cells for figures."""
NOTES = st.sampled_from(["请王科长核实", "已改", "x\ny"])
CELLS = st.integers(0, 10_000)
"""Which of the cells that can be typed into."""
