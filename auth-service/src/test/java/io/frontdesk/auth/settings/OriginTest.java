package io.frontdesk.auth.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frontdesk.contracts.InvalidField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginTest {
    @ParameterizedTest
    @CsvSource({
        "https://shop.example, https://shop.example",
        "https://Shop.Example, https://shop.example",
        "https://shop.example:443, https://shop.example",
        "https://shop.example:8443, https://shop.example:8443",
        "https://xn--bcher-kva.example, https://xn--bcher-kva.example",
        "https://192.0.2.1, https://192.0.2.1",
        "http://localhost, http://localhost",
        "http://localhost:80, http://localhost",
        "http://localhost:3000, http://localhost:3000",
        "https://localhost:3000, https://localhost:3000",
    })
    void isWrittenAsBrowsersWriteIt(String text, String origin) {
        assertThat(Origin.parse(text).value()).isEqualTo(origin);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "shop.example",
                "//shop.example",
                "http://shop.example",
                "http://localhost.shop.example",
                "http://127.0.0.1",
                "https://",
                "https://shop.example/",
                "https://shop.example/path",
                "https://shop.example?q",
                "https://shop.example#f",
                "https://user@shop.example",
                "https://shop.example:",
                "https://shop.example:0",
                "https://shop.example:65536",
                "https://shop.example:999999",
                "https://-shop.example",
                "https://shop..example",
                "https://*.shop.example",
                "https://shop.example,https://other.example",
                "https://shop.example\nhttps://other.example",
                " https://shop.example",
                "https://b\u00fccher.example",
                "ftp://shop.example",
                "**",
            })
    void isRefusedWhereItIsNone(String text) {
        assertThatThrownBy(() -> Origin.parse(text))
                .isInstanceOf(InvalidField.class)
                .hasMessageStartingWith("cors.origins: must be https://host[:port]");
    }

    @Test
    void isRefusedWhereItsNameIsTooLong() {
        String label = "a".repeat(63) + ".";

        assertThat(Origin.parse("https://" + label.repeat(3) + "a".repeat(61)).value())
                .hasSize(8 + 253);
        assertThatThrownBy(() -> Origin.parse("https://" + label.repeat(3) + "a".repeat(62)))
                .isInstanceOf(InvalidField.class);
        assertThatThrownBy(() -> Origin.parse("https://" + "a".repeat(64))).isInstanceOf(InvalidField.class);
        assertThatThrownBy(() -> Origin.parse(null)).isInstanceOf(InvalidField.class);
    }
}
