package io.frontdesk.parser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frontdesk.parser.format.ParseFailure;
import io.frontdesk.parser.protocol.FailureReason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class ArchiveGuardTest {

    private static final int MEGABYTE = 1024 * 1024;

    @Test
    void letsPassWhatIsNoArchive() {
        for (var text : new String[] {"", "P", "Text", "About PK\5\6" + "x".repeat(30)}) {
            assertThatCode(() -> ArchiveGuard.admit(text.getBytes(StandardCharsets.ISO_8859_1)))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void letsPassDocumentsOfOtherKindsThatHoldAnArchive() throws IOException {
        var document = new ByteArrayOutputStream();
        document.write(new byte[MEGABYTE]);
        document.write(zip(1, new byte[10]));

        assertThatCode(() -> ArchiveGuard.admit(document.toByteArray())).doesNotThrowAnyException();
    }

    @Test
    void letsPassWhatGrowsWithinMeasure() throws IOException {
        var noise = new byte[10 * MEGABYTE];
        new Random(1).nextBytes(noise);

        for (byte[] archive : new byte[][] {zip(1, new byte[15 * MEGABYTE]), zip(3, noise), zip(0, new byte[0])}) {
            assertThatCode(() -> ArchiveGuard.admit(archive)).doesNotThrowAnyException();
        }
    }

    @Test
    void refusesWhatUnfoldsBeyondMeasure() throws IOException {
        assertRefused(zip(1, new byte[17 * MEGABYTE]), FailureReason.TOO_LARGE);
        assertRefused(zip(300, new byte[MEGABYTE]), FailureReason.TOO_LARGE);
    }

    @Test
    void refusesMoreEntriesThanAnyDocumentHas() throws IOException {
        assertRefused(zip(ArchiveGuard.MAX_ENTRIES + 1, new byte[0]), FailureReason.TOO_LARGE);
    }

    @Test
    void refusesEntriesThatShareBytes() throws IOException {
        byte[] archive = zip(2, new byte[1000]);
        int second = lastIndexOf(archive, 1, 2);
        ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN).putInt(second + 42, 0); // where its bytes are

        assertRefused(archive, FailureReason.CORRUPT);
    }

    @Test
    void refusesArchivesWithoutADirectory() throws IOException {
        byte[] archive = zip(1, new byte[1000]);

        assertRefused(Arrays.copyOf(archive, archive.length / 2), FailureReason.CORRUPT);
    }

    /** A reader that goes from one local header to the next would read the first of the two archives. */
    @Test
    void refusesBytesThatTheDirectoryDoesNotName() throws IOException {
        var noise = new byte[MEGABYTE];
        new Random(1).nextBytes(noise);
        var both = new ByteArrayOutputStream();
        both.write(zip(1, noise));
        both.write(zip(1, new byte[10]));

        assertRefused(both.toByteArray(), FailureReason.CORRUPT);
    }

    private static void assertRefused(byte[] archive, FailureReason reason) {
        assertThatThrownBy(() -> ArchiveGuard.admit(archive))
                .isInstanceOfSatisfying(ParseFailure.class, failure -> assertThat(failure.reason())
                        .isEqualTo(reason));
    }

    private static byte[] zip(int entries, byte[] content) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (int i = 0; i < entries; i++) {
                zip.putNextEntry(new ZipEntry(i + ".txt"));
                zip.write(content);
            }
        }
        return out.toByteArray();
    }

    private static int lastIndexOf(byte[] archive, int third, int fourth) {
        for (int i = archive.length - 4; i >= 0; i--) {
            if (archive[i] == 'P' && archive[i + 1] == 'K' && archive[i + 2] == third && archive[i + 3] == fourth) {
                return i;
            }
        }
        throw new AssertionError("no such record");
    }
}
