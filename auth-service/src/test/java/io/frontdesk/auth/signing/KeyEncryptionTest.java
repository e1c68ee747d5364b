package io.frontdesk.auth.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class KeyEncryptionTest {
    private static final byte[] PLAIN = "a private key".getBytes(StandardCharsets.UTF_8);

    private final KeyEncryption encryption = encryption("one secret");

    @Test
    void opensWhatItSealed() throws GeneralSecurityException {
        assertThat(encryption.open("kid", encryption.seal("kid", PLAIN))).isEqualTo(PLAIN);
    }

    @Test
    void opensWhatAnotherReplicaSealed() throws GeneralSecurityException {
        assertThat(encryption("one secret").open("kid", encryption.seal("kid", PLAIN)))
                .isEqualTo(PLAIN);
    }

    @Test
    void doesNotShowWhatIsInside() throws GeneralSecurityException {
        assertThat(new String(encryption.seal("kid", PLAIN), StandardCharsets.ISO_8859_1))
                .doesNotContain("private");
    }

    @Test
    void neverSealsTheSameWayTwice() throws GeneralSecurityException {
        assertThat(encryption.seal("kid", PLAIN)).isNotEqualTo(encryption.seal("kid", PLAIN));
    }

    @Test
    void opensNothingWithAnotherSecret() throws GeneralSecurityException {
        byte[] sealed = encryption.seal("kid", PLAIN);

        assertThatThrownBy(() -> encryption("another secret").open("kid", sealed))
                .isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void opensNothingUnderAnotherName() throws GeneralSecurityException {
        byte[] sealed = encryption.seal("kid", PLAIN);

        assertThatThrownBy(() -> encryption.open("another", sealed)).isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void opensNothingThatWasChanged() throws GeneralSecurityException {
        byte[] sealed = encryption.seal("kid", PLAIN);
        sealed[sealed.length - 1] ^= 1;

        assertThatThrownBy(() -> encryption.open("kid", sealed)).isInstanceOf(GeneralSecurityException.class);
        assertThatThrownBy(() -> encryption.open("kid", new byte[3])).isInstanceOf(GeneralSecurityException.class);
    }

    private static KeyEncryption encryption(String secret) {
        return new KeyEncryption(secret, new SecureRandom());
    }
}
