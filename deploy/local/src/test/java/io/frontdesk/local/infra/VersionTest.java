package io.frontdesk.local.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class VersionTest {

    @Test
    void ordersByNumberNotByLetter() {
        assertThat(Version.parse("0.10.0")).isGreaterThan(Version.parse("0.8.2"));
    }

    @Test
    void isFoundInWhatProgramsPrint() {
        assertThat(Version.parse("Redis server v=7.0.15 sha=00000000:0")).hasToString("7.0.15");
        assertThat(Version.parse("default_version = '0.8.0'")).hasToString("0.8.0");
    }

    @Test
    void refusesATextWithoutOne() {
        assertThatThrownBy(() -> Version.parse("none")).isInstanceOf(IllegalArgumentException.class);
    }
}
