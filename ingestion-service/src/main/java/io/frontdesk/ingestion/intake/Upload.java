package io.frontdesk.ingestion.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.frontdesk.contracts.InvalidField;
import io.frontdesk.contracts.documents.DocumentIntake;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** The parts of a multipart upload. What names or describes one document is refused where there are several files. */
public record Upload(
        @RestForm("file") @Nullable List<FileUpload> files,
        @RestForm @Nullable String title,
        @RestForm("external_id") @Nullable String externalId,
        @RestForm @Nullable String url,
        @RestForm @Nullable String acl,
        @RestForm @Nullable String metadata,
        @RestForm @Nullable String priority,
        @RestForm @Nullable String version) {
    private static final TypeReference<List<String>> LABELS = new TypeReference<>() {};
    private static final TypeReference<Long> NUMBER = new TypeReference<>() {};
    private static final TypeReference<Map<String, String>> FIELDS = new TypeReference<>() {};

    /** The files, at least one and none of them empty. */
    List<FileUpload> checkedFiles() {
        if (files == null || files.isEmpty()) {
            throw new InvalidField("file", "must be given, once for each document");
        }
        for (FileUpload file : files) {
            if (file.size() == 0) {
                throw new InvalidField("file", "must not be empty, and %s is".formatted(file.fileName()));
            }
        }
        if (files.size() > 1) {
            refuseForSeveral("title", title);
            refuseForSeveral("external_id", externalId);
            refuseForSeveral("url", url);
            refuseForSeveral("version", version);
        }
        return files;
    }

    /** The fields beside the files, checked as those of a document that comes as JSON. */
    DocumentIntake fields(ObjectMapper json) {
        return new DocumentIntake(
                externalId,
                title,
                null,
                url,
                null,
                null,
                metadata == null ? Map.of() : read(json, "metadata", metadata, FIELDS, "a JSON object of strings"),
                acl == null ? List.of() : read(json, "acl", acl, LABELS, "a JSON list of strings"),
                priority,
                version == null ? null : read(json, "version", version, NUMBER, "an integer"),
                null);
    }

    private static void refuseForSeveral(String field, @Nullable String value) {
        if (value != null) {
            throw new InvalidField(field, "belongs to one document, and there are several files");
        }
    }

    private static <T> T read(ObjectMapper json, String field, String text, TypeReference<T> type, String wanted) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new InvalidField(field, "must be " + wanted);
        }
    }
}
