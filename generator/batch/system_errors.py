"""Why the operating system refuses to write or read a file, in Chinese for everything likely."""

import errno
from collections.abc import Mapping

_WRITING: Mapping[int, str] = {
    errno.ENOSPC: "磁盘空间不足",
    getattr(errno, "EDQUOT", -1): "磁盘配额已用完",  # not on Windows
    errno.EFBIG: "超过允许的文件大小",
    errno.EACCES: "没有写入权限",
    errno.EPERM: "没有写入权限",
    errno.EROFS: "磁盘只读",
    errno.ENAMETOOLONG: "路径过长",
    errno.ENOENT: "文件夹不存在",
    errno.EEXIST: "已有同名文件",
    errno.EIO: "磁盘读写出错",
    errno.EXDEV: "输出文件夹跨了两个磁盘",
    errno.ENOTDIR: "路径中有同名文件",
    errno.EISDIR: "已有同名文件夹",
}
_READING: Mapping[int, str] = {
    **_WRITING,
    errno.EACCES: "没有读取权限",
    errno.EPERM: "没有读取权限",
    errno.ENOENT: "找不到这个文件",
    errno.EISDIR: "这是一个文件夹",
}


def in_chinese(error: OSError) -> str:
    """Return why something cannot be written."""
    return _said(error, _WRITING)


def unread_because(error: OSError) -> str:
    """Return why something cannot be read."""
    return _said(error, _READING)


def _said(error: OSError, reasons: Mapping[int, str]) -> str:
    return reasons.get(error.errno or 0, error.strerror or type(error).__name__)
