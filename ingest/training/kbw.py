# Reads and writes the weight file (.kbw): a header, a directory of tensors, the tensors.
# SPDX-License-Identifier: MIT
"""Layout, all little endian:

header, 64 bytes: magic "KBWEIGHT" | u32 version | u32 tensors | u64 file size | u64 XXH3-64 of bytes [64, size) | zeros
directory: 128 bytes a tensor: name[64] | u32 dtype | u32 ndim | u32 dims[4] | u64 offset | u64 bytes | zeros
tensors: each at a multiple of 64 bytes
"""
import struct

import numpy as np
import xxhash

MAGIC = b"KBWEIGHT"
VERSION = 1
DTYPES = [np.float32, np.int8, np.int32, np.uint8]


def _align(n):
    return (n + 63) // 64 * 64


def write(path, tensors):
    """tensors: dict of name to numpy array (f32, i8, i32, u8) or str (stored as u8)."""
    arrays = {}
    for name, value in tensors.items():
        if isinstance(value, str):
            value = np.frombuffer(value.encode(), np.uint8)
        arrays[name] = np.ascontiguousarray(value)
    offset = _align(64 + 128 * len(arrays))
    directory, blobs = b"", []
    for name, array in arrays.items():
        dims = list(array.shape) + [0] * (4 - array.ndim)
        entry = name.encode().ljust(64, b"\0") + struct.pack(
            "<II4IQQ", DTYPES.index(array.dtype), array.ndim, *dims, offset, array.nbytes)
        directory += entry.ljust(128, b"\0")
        blobs.append((offset, array.tobytes()))
        offset = _align(offset + array.nbytes)
    body = bytearray(offset - 64)
    body[:len(directory)] = directory
    for at, blob in blobs:
        body[at - 64:at - 64 + len(blob)] = blob
    header = struct.pack("<8sIIQQ", MAGIC, VERSION, len(arrays), offset, xxhash.xxh3_64_intdigest(bytes(body)))
    with open(path, "wb") as f:
        f.write(header.ljust(64, b"\0"))
        f.write(body)


def read(path):
    """Returns a dict of name to numpy array; u8 tensors come back as str."""
    data = open(path, "rb").read()
    magic, version, count, size, checksum = struct.unpack_from("<8sIIQQ", data)
    if magic != MAGIC or version != VERSION or size != len(data):
        raise ValueError(f"{path}: not a weight file of version {VERSION}")
    if xxhash.xxh3_64_intdigest(data[64:]) != checksum:
        raise ValueError(f"{path}: bad checksum")
    tensors = {}
    for i in range(count):
        entry = data[64 + 128 * i:192 + 128 * i]
        name = entry[:64].rstrip(b"\0").decode()
        dtype, ndim, *rest = struct.unpack_from("<II4IQQ", entry, 64)
        dims, offset, nbytes = rest[:ndim], rest[4], rest[5]
        blob = data[offset:offset + nbytes]
        array = np.frombuffer(blob, DTYPES[dtype]).reshape(dims)
        tensors[name] = blob.decode() if dtype == 3 else array
    return tensors


def checksum(path):
    """The XXH3-64 in the file's header, as 16 hex digits."""
    with open(path, "rb") as f:
        return "%016x" % struct.unpack_from("<8sIIQQ", f.read(64))[4]
