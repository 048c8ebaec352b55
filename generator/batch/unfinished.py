"""The answers to files that could not be finished: too slow, too large, or the machine refused."""

import errno

from generator.batch.intake import Input
from generator.batch.outcome import Outcome
from generator.workbook.rejection import reject

_MB = 1024 * 1024
TRANSIENT = frozenset(
    {"FILE-TIMEOUT", "FILE-MEMORY", "FILE-CRASHED", "OUTPUT-FAILED"}
    | {"PKG-ENCRYPTED", "PKG-WRONG-PASSWORD", "PKG-NO-PERMISSION"}
)
"""Answers that may be another one the next time: a resumed run asks again."""

_REASONS = {
    errno.ENOSPC: "磁盘空间不足",
    getattr(errno, "EDQUOT", -1): "磁盘配额已用完",  # not on Windows
    errno.EFBIG: "超过允许的文件大小",
    errno.EACCES: "没有写入权限",
    errno.EPERM: "没有写入权限",
    errno.EROFS: "磁盘只读",
    errno.ENAMETOOLONG: "路径过长",
    errno.ENOENT: "文件夹已不存在",
    errno.EEXIST: "已有同名文件",
    errno.EIO: "磁盘读写出错",
    errno.EXDEV: "输出文件夹跨了两个磁盘",
    errno.ENOTDIR: "路径中有同名文件",
    errno.EISDIR: "已有同名文件夹",
}


def timed_out(source: Input, seconds: int) -> Outcome:
    """Return the answer to a file that took longer than its seconds."""
    return Outcome(source.file, reject("FILE-TIMEOUT", limit=seconds).rejection)


def out_of_memory(source: Input, memory: int) -> Outcome:
    """Return the answer to a file that needed more than its bytes of memory."""
    return Outcome(source.file, reject("FILE-MEMORY", limit=memory // _MB).rejection)


def crashed(source: Input) -> Outcome:
    """Return the answer to a file at which the program itself failed."""
    return Outcome(source.file, reject("FILE-CRASHED").rejection)


def not_written(source: Input, error: OSError) -> Outcome:
    """Return the answer to a file whose result could not be written."""
    return Outcome(source.file, reject("OUTPUT-FAILED", reason=in_chinese(error)).rejection)


def in_chinese(error: OSError) -> str:
    """Return why the system refuses, in Chinese for everything likely."""
    return _REASONS.get(error.errno or 0, error.strerror or type(error).__name__)
