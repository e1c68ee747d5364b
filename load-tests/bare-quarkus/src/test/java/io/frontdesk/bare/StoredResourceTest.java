package io.frontdesk.bare;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.frontdesk.testing.RedisResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RedisResource.class)
class StoredResourceTest {
    @Test
    void givesBackWhatWasStored() {
        given().contentType("application/json")
                .body("{\"answer\":\"30 days\"}")
                .put("/stored/test")
                .then()
                .statusCode(204);

        given().get("/stored/test").then().statusCode(200).body("answer", equalTo("30 days"));
    }
}
