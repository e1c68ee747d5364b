package io.frontdesk.bare;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BareResourceTest {
    @Test
    void saysHello() {
        given().get("/hello").then().statusCode(200).body(equalTo("hello"));
    }

    @Test
    void echoesJson() {
        given().contentType("application/json")
                .body("{\"query\":\"laptop\",\"top_k\":5}")
                .post("/echo")
                .then()
                .statusCode(200)
                .body("query", equalTo("laptop"))
                .body("top_k", equalTo(5));
    }
}
