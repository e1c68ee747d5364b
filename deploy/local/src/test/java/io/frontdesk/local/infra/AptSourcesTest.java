package io.frontdesk.local.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AptSourcesTest {

    private static final String DEB822 = """
            Types: deb
            # a snapshot
            URIs: http://mirror.example/debian
            Suites: bookworm bookworm-updates
            Components: main
            Signed-By: /usr/share/keyrings/debian.gpg

            Types: deb
            URIs: http://mirror.example/debian-security
            Suites: bookworm-security
            Components: main
            """;

    @Test
    void derivesAnEntryForAnotherSuiteFromStanzas() {
        var entry = new AptSources(List.of(DEB822)).sourceEntry("bookworm", "trixie");

        assertThat(entry).contains("""
                Types: deb-src
                URIs: http://mirror.example/debian
                Suites: trixie
                Components: main
                Signed-By: /usr/share/keyrings/debian.gpg
                """);
    }

    @Test
    void derivesAnEntryFromOneLineSources() {
        var file = """
                # deb http://old.example/debian bookworm main
                deb [arch=amd64 signed-by=/keys/vendor.gpg] https://vendor.example/apt bookworm stable
                deb [signed-by=/keys/debian.gpg] http://mirror.example/debian bookworm main contrib
                """;

        var entry = new AptSources(List.of(file)).sourceEntry("bookworm", "sid");

        assertThat(entry).contains("""
                Types: deb-src
                URIs: http://mirror.example/debian
                Suites: sid
                Components: main
                Signed-By: /keys/debian.gpg
                """);
    }

    @Test
    void passesOverVendorsAndDisabledEntries() {
        var vendor = "Types: deb\nURIs: http://vendor.example\nSuites: nodistro\nComponents: main\n";
        var disabled = "Types: deb\nEnabled: no\nURIs: http://off.example\nSuites: bookworm\nComponents: main\n";

        assertThat(new AptSources(List.of(vendor, disabled)).sourceEntry("bookworm", "trixie"))
                .isEmpty();
    }

    @Test
    void keepsAKeyThatIsWrittenInTheEntryItself() {
        var file =
                "Types: deb\nURIs: http://m.example\nSuites: stable\nComponents: main\nSigned-By:\n -----BEGIN\n key\n";

        assertThat(new AptSources(List.of(file)).sourceEntry("trixie", "sid").orElseThrow())
                .endsWith("Signed-By: \n -----BEGIN\n key\n");
    }
}
