package io.frontdesk.ingestion.parse.hostile;

import java.net.URI;
import java.nio.file.Path;

/** What a document type declaration can be made to do; the entity {@code hostile} in the document sets it off. */
record Markup(String name, String doctype) {

    /** Ten entities, each ten of the one before. */
    static Markup billionLaughs() {
        var entities = new StringBuilder("<!ENTITY l0 \"ha\">");
        for (int i = 1; i < 10; i++) {
            entities.append(
                    "<!ENTITY l%d \"%s\">".formatted(i, "&l%d;".formatted(i - 1).repeat(10)));
        }
        return of("billion laughs", entities + "<!ENTITY hostile \"&l9;\">");
    }

    /** One large entity, used many times: no nesting for a guard to count. */
    static Markup quadraticBlowup() {
        return of(
                "quadratic blowup",
                "<!ENTITY a \"%s\"><!ENTITY hostile \"%s\">".formatted("x".repeat(100_000), "&a;".repeat(20_000)));
    }

    static Markup localFile(Path secret) {
        return of("XXE of a file", "<!ENTITY hostile SYSTEM \"%s\">".formatted(secret.toUri()));
    }

    static Markup remoteFile(URI server) {
        return of("XXE of a server", "<!ENTITY hostile SYSTEM \"%s/entity\">".formatted(server));
    }

    static Markup parameterEntity(URI server) {
        return of(
                "parameter entity",
                "<!ENTITY %% p SYSTEM \"%s/parameter\">%%p;<!ENTITY hostile \"x\">".formatted(server));
    }

    static Markup externalDtd(URI server) {
        return new Markup("external DTD", "<!DOCTYPE d SYSTEM \"%s/external.dtd\">".formatted(server));
    }

    /** The declaration before the document, which uses the entity where it says so. */
    String in(String document) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + doctype + document;
    }

    private static Markup of(String name, String declarations) {
        return new Markup(name, "<!DOCTYPE d [" + declarations + "]>");
    }
}
