package io.frontdesk.e2e.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.e2e.fuzz.FaultyServer.Fault;
import io.frontdesk.e2e.fuzz.Fuzzer.Extent;
import io.frontdesk.e2e.isolation.Carrier;
import io.frontdesk.e2e.isolation.Party;
import io.frontdesk.e2e.openapi.Filler;
import io.frontdesk.e2e.openapi.Harvest;
import io.frontdesk.e2e.openapi.Wire;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The fuzz of a server that is faulty on purpose: one that finds nothing there would prove nothing. */
class FuzzerTest {
    private static final Extent ALL = new Extent(Integer.MAX_VALUE, 1);

    @Test
    void findsNothingWhereAllIsAnsweredAsDescribed() {
        var tally = run(Fault.NONE, 2);

        assertThat(tally.findings()).isEmpty();
        assertThat(tally.requests()).isGreaterThan(200);
    }

    @ParameterizedTest
    @CsvSource({
        "FAILS, answers 500",
        "ANSWERS_200, 'answers 200, which is not described'",
        "ANSWERS_TEXT, 'answers 201: text/plain, which is not described'",
        "ANSWERS_NULL, 'answers 201: /id: null found, string expected'",
        "ANSWERS_MORE, answers 201: : property 'secret' is not defined",
        "TELLS_NO_TITLE, answers 400: : required property 'title' not found",
        "TELLS_ANOTHER_STATUS, answers 400: a problem of status 404",
        "CONFLICTS, 'answers 409, which is not described'",
        "HANGS_UP, does not answer",
    })
    void findsAFaultAndShowsTheRequest(Fault fault, String found) {
        assertThat(run(fault, 1).findings()).isNotEmpty().allSatisfy(finding -> assertThat(finding)
                .contains("POST /v1/notes (notes) " + found)
                .contains("curl -i -X"));
    }

    @Test
    void triesTheSameWithTheSameSeed() {
        assertThat(run(Fault.FAILS, 2).findings())
                .usingElementComparator(Comparator.comparing(finding -> finding.replaceAll("localhost:\\d+", "")))
                .isNotEmpty()
                .isEqualTo(run(Fault.FAILS, 2).findings());
    }

    private static Fuzzer.Tally run(Fault fault, int rounds) {
        try (var server = new FaultyServer(fault)) {
            var anybody = new Party(new Filler("a", Map.of()), List.of(Carrier.none(Set.of("notes"))), new Harvest());
            return new Fuzzer(
                            server.document(), Wire.to(service -> server.url()), () -> anybody, party -> true, anybody)
                    .run(1, new Extent(ALL.most(), rounds));
        }
    }
}
