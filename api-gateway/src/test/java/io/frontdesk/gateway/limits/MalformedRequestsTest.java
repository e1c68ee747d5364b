package io.frontdesk.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.frontdesk.contracts.Problem;
import io.frontdesk.contracts.Scope;
import io.frontdesk.gateway.GatewayTest;
import io.frontdesk.gateway.TestCaller;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Requests that are no HTTP, or too much of it, or that two readers may take for different requests (RFC 9112, section 11.2). Each is
 * refused, and what is hidden in one is not taken for another request.
 */
@QuarkusTest
@SuppressWarnings("NullAway.Init") // Fields are set by Quarkus and before each test.
class MalformedRequestsTest extends GatewayTest {
    private static final String LONG = "x".repeat(1 << 20);
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3})");

    /** Answered, whoever answers it, with the id that it brings. */
    private static final String HIDDEN = "GET /hidden HTTP/1.1\r\nHost: x\r\nX-Request-Id: hidden\r\n\r\n";

    private static final String CHUNKED = "Transfer-Encoding: chunked\r\n";

    @TestHTTPResource("/")
    URI gateway;

    private TestCaller caller;

    @BeforeEach
    void someoneMayAsk() {
        caller = caller(Scope.values());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ambiguous")
    void takesNothingHiddenForARequest(String shape, String headers, String body) throws IOException {
        try (var connection = new RawConnection(gateway)) {
            var answers = connection.send(post(headers) + body).answers();

            assertThat(statuses(answers)).hasSizeLessThanOrEqualTo(1).allMatch(status -> status / 100 == 4);
            assertThat(answers).doesNotContain("hidden");
        }
    }

    static Stream<Arguments> ambiguous() {
        String whole = "{\"question\": \" \"}";
        String inChunks = chunk(whole) + "0\r\n\r\n";
        return Stream.of(
                arguments("CL.TE", CHUNKED + length("0\r\n\r\n" + HIDDEN), "0\r\n\r\n" + HIDDEN),
                arguments("TE.CL", length("") + CHUNKED, inChunks + HIDDEN),
                arguments("TE.TE", CHUNKED + "Transfer-Encoding: identity\r\n" + length(whole), whole + HIDDEN),
                arguments("chunked is not the last coding", "Transfer-Encoding: chunked, gzip\r\n", inChunks + HIDDEN),
                arguments("an unknown coding", "Transfer-Encoding: xchunked\r\n" + length(whole), inChunks + HIDDEN),
                arguments("space before the colon", "Transfer-Encoding : chunked\r\n" + length(""), inChunks + HIDDEN),
                arguments("two lengths", length("") + length(whole), whole + HIDDEN),
                arguments("a list of lengths", "Content-Length: 0, 16\r\n", whole + HIDDEN),
                arguments("a length with a sign", "Content-Length: +0\r\n", whole + HIDDEN),
                arguments("a negative length", "Content-Length: -1\r\n", whole + HIDDEN),
                arguments("a length in hexadecimal", "Content-Length: 0x10\r\n", whole + HIDDEN),
                arguments("a length beyond all bounds", "Content-Length: 9223372036854775808\r\n", HIDDEN),
                arguments("bare line feeds in the head", "X: y\nContent-Length: 0\r\n", HIDDEN),
                arguments("bare line feed in a chunk's extension", CHUNKED, "2;\nxx\r\n0\r\n\r\n" + HIDDEN),
                arguments("bare line feeds between chunks", CHUNKED, "0\n\n" + HIDDEN),
                arguments("a chunk that is longer than it says", CHUNKED, "1\r\n" + whole + "\r\n" + HIDDEN),
                arguments("a chunk whose length is none", CHUNKED, "zz\r\n" + HIDDEN),
                arguments("a chunk of negative length", CHUNKED, "-1\r\n" + HIDDEN),
                arguments("a folded header", "Transfer-Encoding:\r\n chunked\r\n" + length(""), inChunks + HIDDEN),
                arguments("a null byte in a header", "X: a\u0000b\r\n" + length(""), HIDDEN),
                arguments("a carriage return in a header", "X: a\rContent-Length: 0\r\n", HIDDEN));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("excessive")
    void refusesWhatIsTooMuch(String what, String request, int status) throws IOException {
        try (var connection = new RawConnection(gateway)) {
            var answers = connection.send(request).answers();

            // Where the gateway closes on what it does not read, TCP may lose what it has said.
            assertThat(statuses(answers)).isSubsetOf(status);
        }
    }

    static Stream<Arguments> excessive() {
        String head = "GET /v1/models HTTP/1.1\r\nHost: x\r\n";
        return Stream.of(
                arguments("10,000 headers, together smaller than some tokens", head + headers(10_000), 401),
                arguments(
                        "a query of 7,989 letters",
                        "GET /v1/models?" + "x".repeat(7_989) + " HTTP/1.1\r\nHost: x\r\n\r\n",
                        401),
                arguments("a header of 1 MB", head + "X: " + LONG + "\r\n\r\n", 431),
                arguments("a header's name of 1 MB", head + LONG + ": x\r\n\r\n", 431),
                arguments("a URL of 1 MB", "GET /" + LONG + " HTTP/1.1\r\nHost: x\r\n\r\n", 414),
                arguments("a query of 1 MB", "GET /v1/models?" + LONG + " HTTP/1.1\r\nHost: x\r\n\r\n", 414),
                arguments("a method of 1 MB", LONG + " / HTTP/1.1\r\nHost: x\r\n\r\n", 414));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "'a path of 8,001 letters', 8001, 0, 414, /problems/uri-too-long",
        "'a path of 60,000 letters', 60000, 0, 414, /problems/uri-too-long",
        "'20,000 headers', 1, 20000, 431, /problems/headers-too-large"
    })
    void saysWhatIsTooMuchOfWhatItHasRead(String what, int path, int headers, int status, String type)
            throws IOException {
        String request = "GET /" + "x".repeat(path - 1) + " HTTP/1.1\r\nHost: x\r\n" + headers(headers);
        try (var connection = new RawConnection(gateway)) {
            var answers = connection.send(request).answers();

            assertThat(statuses(answers)).containsExactly(status);
            assertThat(answers).containsIgnoringCase("X-Request-Id: ").contains(Problem.MEDIA_TYPE, "\"" + type + "\"");
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusedEarly")
    void refusesInOpenAisWordsOnItsRoutes(String what, String request, int status, String code) throws IOException {
        assertRefusedInOpenAisWords(request, status, code);
    }

    static Stream<Arguments> refusedEarly() {
        return Stream.of(
                arguments(
                        "a query that is too long",
                        "GET /v1/models?" + "x".repeat(8_000) + " HTTP/1.1\r\nHost: x\r\n\r\n",
                        414,
                        "uri_too_long"),
                arguments(
                        "too many headers",
                        "POST /v1/responses HTTP/1.1\r\nHost: x\r\n" + headers(20_000),
                        431,
                        "headers_too_large"),
                arguments(
                        "an unknown coding",
                        "POST /v1/chat/completions HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: xchunked\r\n\r\n",
                        400,
                        "malformed_request"));
    }

    @Test
    void givesUpOnABodyInOpenAisWordsOnItsRoutes() throws IOException {
        String request = "POST /v1/chat/completions HTTP/1.1\r\nHost: x\r\nX-Api-Key: " + caller.key()
                + "\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{";

        assertRefusedInOpenAisWords(request, 408, "request_timeout");
    }

    private void assertRefusedInOpenAisWords(String request, int status, String code) throws IOException {
        try (var connection = new RawConnection(gateway)) {
            var answers = connection.send(request).answers();

            assertThat(statuses(answers)).containsExactly(status);
            assertThat(answers)
                    .containsIgnoringCase("Content-Type: application/json\r\n")
                    .contains("\"code\":\"" + code + "\"");
        }
    }

    @ParameterizedTest
    @CsvSource({"8001, 0, 414", "1, 20000, 431"})
    void letsBrowsersReadWhatIsTooMuch(int path, int headers, int status) throws IOException {
        String request = "GET /" + "x".repeat(path - 1) + " HTTP/1.1\r\nHost: x\r\nOrigin: https://shop.example\r\n";
        try (var connection = new RawConnection(gateway)) {
            var answers = connection.send(request + headers(headers)).answers();

            assertThat(statuses(answers)).containsExactly(status);
            assertThat(answers).containsIgnoringCase("Access-Control-Allow-Origin: *\r\n");
        }
    }

    @Test
    void answersAPreflightHoweverLongItsUri() throws IOException {
        String preflight = "OPTIONS /" + "x".repeat(8_000)
                + " HTTP/1.1\r\nHost: x\r\nOrigin: https://shop.example\r\nAccess-Control-Request-Method: GET\r\n\r\n";
        try (var connection = new RawConnection(gateway)) {
            assertThat(statuses(connection.send(preflight).answers())).containsExactly(204);
        }
    }

    @Test
    void takesNothingHiddenInAPreflightForARequest() throws IOException {
        String preflight = "OPTIONS /v1/answers HTTP/1.1\r\nHost: x\r\nOrigin: https://shop.example\r\n"
                + "Access-Control-Request-Method: POST\r\nTransfer-Encoding: xchunked\r\n\r\n";
        try (var connection = new RawConnection(gateway)) {
            var answers = connection.send(preflight + HIDDEN).answers();

            assertThat(statuses(answers)).containsExactly(400);
            assertThat(answers).doesNotContain("hidden");
        }
    }

    private static String headers(int number) {
        return IntStream.range(0, number).mapToObj("X-%d: y\r\n"::formatted).collect(Collectors.joining()) + "\r\n";
    }

    @Test
    void refusesAChunkExtensionOf1Mb() throws IOException {
        try (var connection = new RawConnection(gateway)) {
            var answers = connection
                    .send(post(CHUNKED) + "2;" + LONG + "\r\n{}\r\n0\r\n\r\n")
                    .answers();

            assertThat(statuses(answers)).allMatch(status -> status / 100 == 4);
        }
    }

    @Test
    void readsAChunkExtensionThatSaysNothing() throws IOException {
        try (var connection = new RawConnection(gateway)) {
            var answers = connection
                    .send(post(CHUNKED) + "3;a=b\r\n{\"q\r\n2;c\r\n\"}\r\n0\r\n\r\n")
                    .answers();

            assertThat(statuses(answers)).containsExactly(400);
            assertThat(answers).contains(Problem.MEDIA_TYPE);
        }
    }

    @Test
    void unpacksNothing() throws IOException {
        var bomb = new ByteArrayOutputStream();
        try (var zipped = new GZIPOutputStream(bomb)) {
            for (int megabyte = 0; megabyte < 100; megabyte++) {
                zipped.write(new byte[1 << 20]);
            }
        }

        caller.calls()
                .header("Content-Encoding", "gzip")
                .contentType("application/json")
                .body(bomb.toByteArray())
                .post("/v1/answers")
                .then()
                .statusCode(415)
                .contentType(Problem.MEDIA_TYPE)
                .header("Accept-Encoding", "identity")
                .body("type", is("/problems/unsupported-media-type"));
    }

    private String post(String headers) {
        return "POST /v1/answers HTTP/1.1\r\nHost: x\r\nX-Api-Key: " + caller.key()
                + "\r\nContent-Type: application/json\r\n" + headers + "\r\n";
    }

    private static String length(String body) {
        return "Content-Length: " + body.length() + "\r\n";
    }

    private static String chunk(String text) {
        return Integer.toHexString(text.length()) + "\r\n" + text + "\r\n";
    }

    private static Stream<Integer> statuses(String answers) {
        return STATUS.matcher(answers).results().map(status -> Integer.valueOf(status.group(1)));
    }
}
