package io.frontdesk.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What OpenAI's specification refuses, the simulator refuses. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ValidationTest {
    private static final String HELLO = "\"model\":\"sim\",\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}]";

    private LlmSimulator simulator;
    private Client client;

    @BeforeAll
    void start() {
        simulator = LlmSimulator.start(0);
        client = Client.of(simulator);
    }

    @AfterAll
    void stop() {
        simulator.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'surprise':1 | surprise | unknown_parameter",
                "'temperature':2.5 | temperature | decimal_above_max_value",
                "'temperature':'hot' | temperature | invalid_type",
                "'top_p':-1 | top_p | decimal_below_min_value",
                "'n':2 | n | integer_above_max_value",
                "'max_tokens':0 | max_tokens | integer_below_min_value",
                "'max_tokens':1.5 | max_tokens | invalid_type",
                "'max_tokens':5,'max_completion_tokens':5 | max_tokens | invalid_value",
                "'stream':'yes' | stream | invalid_type",
                "'stream_options':{'include_usage':true} | stream_options | invalid_value",
                "'stream':true,'stream_options':{'usage':true} | stream_options.usage | unknown_parameter",
                "'stop':['a','b','c','d','e'] | stop | array_above_max_length",
                "'stop':[1] | stop[0] | invalid_type",
                "'response_format':{'type':'xml'} | response_format.type | invalid_value",
                "'tools':[{'type':'function'}] | tools[0].function | missing_required_parameter"
            })
    void refusesABadParameter(String fields, String param, String code) throws Exception {
        var reply = client.post("/chat/completions", "{" + HELLO + "," + fields.replace('\'', '"') + "}");

        assertRefused(reply, param, code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[] | messages | empty_array",
                "'Hello' | messages | invalid_type",
                "['Hello'] | messages[0] | invalid_type",
                "[{'content':'Hello'}] | messages[0].role | missing_required_parameter",
                "[{'role':'robot','content':'Hello'}] | messages[0].role | invalid_value",
                "[{'role':'user'}] | messages[0].content | missing_required_parameter",
                "[{'role':'user','content':null}] | messages[0].content | invalid_type",
                "[{'role':'user','content':'Hello','mood':1}] | messages[0].mood | unknown_parameter",
                "[{'role':'tool','content':'42'}] | messages[0].tool_call_id | missing_required_parameter",
                "[{'role':'user','content':[{'type':'text'}]}] | messages[0].content[0].text | missing_required_parameter"
            })
    void refusesBadMessages(String messages, String param, String code) throws Exception {
        var reply = client.post(
                "/chat/completions", "{\"model\":\"sim\",\"messages\":%s}".formatted(messages.replace('\'', '"')));

        assertRefused(reply, param, code);
    }

    @Test
    void asksForAModel() throws Exception {
        var reply = client.post("/chat/completions", "{\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}]}");

        assertRefused(reply, "model", "missing_required_parameter");
    }

    @Test
    void acceptsWhatClientsSend() throws Exception {
        var reply = client.post("/chat/completions", "{" + HELLO + """
                        ,"max_tokens":50,"user":"u","seed":7,"n":1,"temperature":0.2,"top_p":1,"stop":null,
                        "metadata":{"a":"b"},"response_format":{"type":"text"},"stream":false,"tool_choice":"auto",
                        "tools":[{"type":"function","function":{"name":"f","parameters":{}}}]}""");

        assertThat(reply.statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{\"model\":", "{} {}", "{\"model\":\"a\",\"model\":\"b\"}"})
    void refusesABodyThatIsNotOneObject(String body) throws Exception {
        assertRefused(client.post("/chat/completions", body), null, null);
    }

    private static void assertRefused(HttpResponse<String> reply, @Nullable String param, @Nullable String code) {
        assertThat(reply.statusCode()).isEqualTo(400);
        var error = Client.json(reply.body()).path("error");
        assertThat(error.path("param").textValue()).isEqualTo(param);
        assertThat(error.path("code").textValue()).isEqualTo(code);
        assertThat(error.path("type").asText()).isEqualTo("invalid_request_error");
        assertThat(error.path("message").asText()).isNotBlank();
    }
}
