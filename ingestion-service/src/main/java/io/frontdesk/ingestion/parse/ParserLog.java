package io.frontdesk.ingestion.parse;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jboss.logging.Logger;

/**
 * Takes over into this service's log what a program has to say to people: so many bytes in its life, since who fills its
 * memory can fill a disk. All else is read and dropped, so that a program never waits for its reader.
 */
final class ParserLog {
    private static final Logger LOG = Logger.getLogger(ParserLog.class);

    private static final int MAX_BYTES = 64 * 1024;
    private static final int MAX_LINE_BYTES = 1024;

    private ParserLog() {}

    /** Reads to the end of the stream, in a thread of its own; a pipe blocks whoever reads it. */
    static void follow(long pid, InputStream words) {
        Thread.ofPlatform().daemon().name("parser-log-" + pid).start(() -> {
            try (words) {
                copy(pid, words);
                words.transferTo(OutputStream.nullOutputStream());
            } catch (IOException e) {
                LOG.debugf(e, "Parser program %d says no more", pid);
            }
        });
    }

    private static void copy(long pid, InputStream words) throws IOException {
        byte[] line = new byte[MAX_LINE_BYTES];
        int length = 0;
        for (int total = 0; total < MAX_BYTES; total++) {
            int next = words.read();
            if (next >= ' ' && length < line.length) {
                line[length++] = (byte) next;
            } else if (next == '\n' || next < 0) {
                say(pid, line, length);
                length = 0;
            }
            if (next < 0) {
                return;
            }
        }
        LOG.warnf("Parser program %d says too much; the rest is dropped", pid);
    }

    private static void say(long pid, byte[] line, int length) {
        if (length > 0) {
            LOG.infof("Parser program %d: %s", pid, new String(line, 0, length, StandardCharsets.UTF_8));
        }
    }
}
