package io.frontdesk.local;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PreflightTest {
    private static final Path ROOT = Path.of("checkout");

    @Test
    void saysThatTheDiskIsFullAndWhatToDo() {
        assertThatThrownBy(() -> Preflight.check(21, 100, ROOT))
                .hasMessage("only 100 MB are free under checkout; make room for 2048 MB");
    }

    @Test
    void saysThatJavaIsTooOldAndWhatToDo() {
        assertThatThrownBy(() -> Preflight.check(17, 100_000, ROOT))
                .hasMessage("this is Java 17; install a JDK of 21 or newer, or set JAVA_HOME to one");
    }

    @Test
    void isSilentWhereAllIsWell() {
        assertThatCode(() -> Preflight.check(21, 100_000, ROOT)).doesNotThrowAnyException();
    }
}
