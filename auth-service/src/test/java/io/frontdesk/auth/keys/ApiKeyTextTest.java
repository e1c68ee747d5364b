package io.frontdesk.auth.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeyTextTest {
    private static final String SECRET = "a".repeat(43);

    @Test
    void isMadeWithA256BitSecret() {
        var key = ApiKeyText.random(new SecureRandom());

        assertThat(key.value()).matches("fd_[0-9A-Za-z]{10}_[0-9A-Za-z]{43}");
        assertThat(ApiKeyText.parse(key.value())).contains(key);
    }

    @Test
    void isNeverMadeTwice() {
        var random = new SecureRandom();

        assertThat(ApiKeyText.random(random)).isNotEqualTo(ApiKeyText.random(random));
    }

    @Test
    void isHashedWhole() {
        assertThat(new ApiKeyText("fd_abcd_" + SECRET).hash())
                .hasSize(32)
                .isNotEqualTo(new ApiKeyText("fd_abce_" + SECRET).hash());
        assertThat(HexFormat.of().formatHex(new ApiKeyText("fd_abcd_" + SECRET).hash()))
                .isEqualTo("6434a7f3dff142165f21d6c126d78eb898557f76531d91a9a4a69f9c2f2731e6");
    }

    @Test
    void showsOnlyItsPrefix() {
        var key = new ApiKeyText("fd_abcd_" + SECRET);

        assertThat(key.prefix()).isEqualTo("fd_abcd");
        assertThat(key).hasToString("fd_abcd_…");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "fd_", "fd_abcd_short", "fd__aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "sk-abc", "fd_a b"
            })
    void isNotEveryText(String text) {
        assertThat(ApiKeyText.parse(text)).isEmpty();
    }
}
