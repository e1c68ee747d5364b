package io.frontdesk.e2e.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What nobody expects, as text and as JSON. */
final class Values {
    private static final JsonNodeFactory JSON = new JsonNodeFactory(true);
    private static final int LONG = 70_000;
    /** As long as the first line of a request may just not be. */
    private static final int LONG_IN_URL = 3_000;

    private static final int DEPTH = 900;
    private static final int MANY = 2_000;

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "0",
            "-1",
            "1.5",
            "NaN",
            "99999999999999999999",
            "true",
            "null",
            "a\u0000b",
            Marker.TEXT,
            "\u202E\uD83D\uDE00 e\u0301\u2028\uFFFE",
            "'; drop table tenants; --",
            "${jndi:ldap://127.0.0.1/x}",
            "../../etc/passwd",
            "a/b",
            "%",
            "{}",
            "[",
            "2026-99-99T99:99:99Z",
            "+999999999-12-31T23:59:59.999999999Z",
            "http://[",
            "not-a-uuid",
            "00000000-0000-0000-0000-000000000000",
            "0190aaaa-0000-7000-8000-000000000000 ",
            "eyJhIjoxfQ");

    private Values() {}

    /** For a place in a URL or a header. */
    static List<String> texts() {
        return Stream.concat(TEXTS.stream(), Stream.of("x".repeat(LONG_IN_URL))).toList();
    }

    /** For a place in a body, by what they are. */
    static Map<String, JsonNode> nodes() {
        Map<String, JsonNode> nodes = new LinkedHashMap<>();
        TEXTS.forEach(text -> nodes.put(TextNode.valueOf(text).toString(), JSON.textNode(text)));
        nodes.put("a long text", JSON.textNode("x".repeat(LONG)));
        nodes.put("null", JSON.nullNode());
        nodes.put("true", JSON.booleanNode(true));
        nodes.put("0", JSON.numberNode(0));
        nodes.put("-1", JSON.numberNode(-1));
        nodes.put("1.5", JSON.numberNode(1.5));
        nodes.put("2^31", JSON.numberNode(1L << 31));
        nodes.put("2^64", JSON.numberNode(BigInteger.TWO.pow(64)));
        nodes.put("1E+400", JSON.numberNode(new BigDecimal("1E+400")));
        nodes.put("1E-999999", JSON.numberNode(new BigDecimal("1E-999999")));
        nodes.put("[]", JSON.arrayNode());
        nodes.put("[null]", JSON.arrayNode().addNull());
        nodes.put("a list of lists", JSON.arrayNode().add(JSON.arrayNode().add("x")));
        nodes.put("a long list", many());
        nodes.put("{}", JSON.objectNode());
        nodes.put("an object", JSON.objectNode().putNull("").put("a\u0000", 1));
        nodes.put("lists in lists", nested());
        return nodes;
    }

    private static JsonNode many() {
        var list = JSON.arrayNode();
        for (int i = 0; i < MANY; i++) {
            list.add("x" + i);
        }
        return list;
    }

    private static JsonNode nested() {
        var inner = JSON.arrayNode();
        for (int i = 0; i < DEPTH; i++) {
            inner = JSON.arrayNode().add(inner);
        }
        return inner;
    }
}
