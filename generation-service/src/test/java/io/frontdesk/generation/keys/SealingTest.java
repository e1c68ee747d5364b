package io.frontdesk.generation.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class SealingTest {
    private final Sealing sealing = new Sealing("k".repeat(32), new SecureRandom());

    @Test
    void opensWhatItSealedUnderItsAliasOnly() throws GeneralSecurityException {
        String sealed = sealing.seal("mine", "sk-secret");

        assertThat(sealing.open("mine", sealed)).isEqualTo("sk-secret");
        assertThat(new String(Base64.getDecoder().decode(sealed), StandardCharsets.ISO_8859_1))
                .doesNotContain("secret");
        assertThatThrownBy(() -> sealing.open("other", sealed)).isInstanceOf(GeneralSecurityException.class);
        assertThatThrownBy(() -> new Sealing("o".repeat(32), new SecureRandom()).open("mine", sealed))
                .isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void sealsTheSameSecretDifferentlyEachTime() {
        assertThat(sealing.seal("mine", "sk-secret")).isNotEqualTo(sealing.seal("mine", "sk-secret"));
    }

    @Test
    void refusesWhatWasChangedOrIsTooShort() {
        String sealed = sealing.seal("mine", "sk-secret");
        String changed = (sealed.charAt(0) == 'A' ? 'B' : 'A') + sealed.substring(1);

        assertThatThrownBy(() -> sealing.open("mine", changed)).isInstanceOf(GeneralSecurityException.class);
        assertThatThrownBy(() -> sealing.open("mine", "AAAA")).isInstanceOf(GeneralSecurityException.class);
        assertThatThrownBy(() -> new Sealing("short", new SecureRandom()))
                .hasMessageContaining("FRONTDESK_ENCRYPTION_KEY");
    }
}
