package io.frontdesk.kit.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutboundUrlTest {
    @ParameterizedTest
    @CsvSource({
        "https://shop.example, https://shop.example:443/",
        "HTTPS://Shop.Example/Docs?a=1&b=%20#part, https://shop.example:443/Docs?a=1&b=%20",
        "http://shop.example:8080?x, http://shop.example:8080/?x",
        "https://[2606:4700::1111]:8443/a, https://[2606:4700::1111]:8443/a",
        "https://shop.example/käse, https://shop.example:443/k%C3%A4se",
        "https://127.0.0.1/, https://127.0.0.1:443/",
    })
    void readsAUrl(String text, String read) {
        assertThat(OutboundUrl.parse(text)).hasToString(read);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "shop.example",
                "//shop.example/",
                "/docs",
                "ftp://shop.example/",
                "file:///etc/passwd",
                "gopher://shop.example/",
                "jar:https://shop.example/a!/b",
                "https:shop.example",
                "https:///docs",
                "https://",
                "https://:443/",
                // what parsers read in ways of their own
                "https://user@shop.example/",
                "https://user:pw@shop.example/",
                "https://@shop.example/",
                "https://shop.example@127.0.0.1/",
                "https://127.0.0.1\\@shop.example/",
                "https:\\\\shop.example/",
                "https://shop.example\t/",
                "https://shop .example/",
                "https://shop.example\r\nHost: x/",
                "https://a@b@shop.example/",
                "https://shop.example%2f@127.0.0.1/",
                "https://shop%2eexample/",
                // addresses in forms that are no dotted quad
                "https://0x7f.0.0.1/",
                "https://127.1/",
                "https://①②⑦.0.0.1/",
                "https://[fe80::1%25eth0]/",
                "https://[::1",
                "https://1.2.3.4.5/",
                // ports
                "https://shop.example:0/",
                "https://shop.example:65536/",
                "https://shop.example:99999999999/",
                "https://shop.example:-1/",
                "https://shop.example:443x/",
            })
    void refusesWhatIsNoSuchUrl(String text) {
        assertThatExceptionOfType(OutboundError.Refused.class).isThrownBy(() -> OutboundUrl.parse(text));
    }

    @Test
    void refusesHalfACharacter() {
        assertThatExceptionOfType(OutboundError.Refused.class)
                .isThrownBy(() -> OutboundUrl.parse("https://shop.example/\uD800"));
    }

    @Test
    void refusesAUrlWithoutEnd() {
        String text = "https://shop.example/" + "a".repeat(2048);

        assertThatExceptionOfType(OutboundError.Refused.class).isThrownBy(() -> OutboundUrl.parse(text));
    }

    @ParameterizedTest
    @CsvSource({
        "/b, https://shop.example:443/b",
        "c?d, https://shop.example:443/docs/c?d",
        "//other.example/, https://other.example:443/",
        "https://other.example:8443/x, https://other.example:8443/x",
    })
    void followsARedirect(String location, String next) {
        assertThat(OutboundUrl.parse("https://shop.example/docs/a").redirectedTo(location))
                .hasToString(next);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://shop.example/", "file:///etc/passwd", "https://user@shop.example/", "\\\\other.example"})
    void refusesARedirectToAnotherKindOfUrl(String location) {
        OutboundUrl url = OutboundUrl.parse("https://shop.example/");

        assertThatExceptionOfType(OutboundError.Refused.class).isThrownBy(() -> url.redirectedTo(location));
    }
}
