package io.frontdesk.ingestion.parse.hostile;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** A ZIP archive written by hand, so that its headers may say anything. APPNOTE.TXT, sections 4.3.7 to 4.3.16. */
final class Archive {
    private static final int MEGABYTE = 1024 * 1024;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final ByteArrayOutputStream directory = new ByteArrayOutputStream();
    private int entries;

    /** As it is: for a quine, and for what is compressed already. */
    Archive stored(String name, byte[] content) {
        return entry(name, STORED, content, content.length, crc(content));
    }

    Archive with(String name, byte[] content) {
        return entry(name, DEFLATED, deflated(content), content.length, crc(content));
    }

    Archive with(String name, String content) {
        return with(name, content.getBytes(StandardCharsets.UTF_8));
    }

    /** So many megabytes of one byte, of which the headers say that they are a thousand bytes. */
    Archive bomb(String name, int megabytes, byte filling) {
        return entry(name, DEFLATED, filled(megabytes, filling), 1000, 0);
    }

    /** Names that all stand for the same bytes: those of the first entry. */
    Archive again(int times) {
        byte[] record = directory.toByteArray();
        for (int i = 0; i < times; i++) {
            directory.writeBytes(record);
            entries++;
        }
        return this;
    }

    byte[] bytes() {
        var end = record(22)
                .putInt(0x06054b50)
                .putInt(0)
                .putShort((short) entries)
                .putShort((short) entries);
        end.putInt(directory.size()).putInt(body.size()).putShort((short) 0);
        var archive = new ByteArrayOutputStream();
        archive.writeBytes(body.toByteArray());
        archive.writeBytes(directory.toByteArray());
        archive.writeBytes(end.array());
        return archive.toByteArray();
    }

    /** Holds itself, for ever: r.zip of Russ Cox, "Zip Files All The Way Down", 2010. */
    static byte[] quine() {
        return HexFormat.of().parseHex("""
            504b03041400000008000803643cf9f4896448010000b801000007000000722f722e7a6970002500daff504b030414000000\
            08000803643cf9f4896448010000b801000007000000722f722e7a6970002f00d0ff002500daff504b030414000000080008\
            03643cf9f4896448010000b801000007000000722f722e7a6970002f00d0ffc2548e5739000500faffc2548e5739000500fa\
            ff000500faff001400ebffc2548e5739000500faff000500faff001400ebff428821c400001400ebff428821c400001400eb\
            ff428821c400001400ebff428821c400001400ebff428821c400000000ffff000000ffff003400cbff428821c400000000ff\
            ff000000ffff003400cbff42e8215e0f000000ffff0af066641261c015dce8a048bf48af2ab320c09b950dc4670442530606\
            0640000600f9ff6d010000000042e8215e0f000000ffff0af066641261c015dce8a048bf48af2ab320c09b950dc467044253\
            06060640000600f9ff6d0100000000504b010214001400000008000803643cf9f4896448010000b801000007000000000000\
            0000000000000000000000722f722e7a6970504b05060000000001000100350000006d0100000000\
            """);
    }

    /** Megabytes of one byte, deflated: one megabyte, again and again. */
    static byte[] filled(int megabytes, byte filling) {
        byte[] megabyte = new byte[MEGABYTE];
        Arrays.fill(megabyte, filling);
        var deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        deflater.setInput(megabyte);
        byte[] piece = new byte[MEGABYTE];
        int length = deflater.deflate(piece, 0, piece.length, Deflater.FULL_FLUSH);
        deflater.finish();
        byte[] last = new byte[16];
        int lastLength = deflater.deflate(last);
        deflater.end();
        var out = new ByteArrayOutputStream();
        for (int i = 0; i < megabytes; i++) {
            out.write(piece, 0, length);
        }
        out.write(last, 0, lastLength);
        return out.toByteArray();
    }

    private Archive entry(String name, int method, byte[] data, int size, long crc) {
        byte[] path = name.getBytes(StandardCharsets.UTF_8);
        int offset = body.size();
        var local = record(30 + path.length).putInt(0x04034b50).putShort((short) 20);
        body.writeBytes(
                common(local, method, crc, data.length, size, path).put(path).array());
        body.writeBytes(data);
        var central =
                record(46 + path.length).putInt(0x02014b50).putShort((short) 20).putShort((short) 20);
        common(central, method, crc, data.length, size, path)
                .putShort((short) 0)
                .putInt(0)
                .putInt(0);
        directory.writeBytes(central.putInt(offset).put(path).array());
        entries++;
        return this;
    }

    private static ByteBuffer common(ByteBuffer header, int method, long crc, int packed, int size, byte[] path) {
        return header.putShort((short) 0)
                .putShort((short) method)
                .putInt(0)
                .putInt((int) crc)
                .putInt(packed)
                .putInt(size)
                .putShort((short) path.length)
                .putShort((short) 0);
    }

    private static ByteBuffer record(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }

    static byte[] deflated(byte[] content) {
        var deflater = new Deflater(Deflater.BEST_SPEED, true);
        deflater.setInput(content);
        deflater.finish();
        var out = new ByteArrayOutputStream();
        byte[] piece = new byte[64 * 1024];
        while (!deflater.finished()) {
            out.write(piece, 0, deflater.deflate(piece));
        }
        deflater.end();
        return out.toByteArray();
    }

    private static long crc(byte[] content) {
        var crc = new CRC32();
        crc.update(content);
        return crc.getValue();
    }
}
