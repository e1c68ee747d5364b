package io.frontdesk.local.workspace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;

/** A file of {@code NAME=value} lines that a shell can read too; it may hold keys, so only its owner reads it. */
public record EnvironmentFile(Path path) {

    /** Its variables; none where there is no file. */
    public Map<String, String> read() {
        var variables = new LinkedHashMap<String, String>();
        if (!Files.exists(path)) {
            return variables;
        }
        try {
            for (var line : Files.readAllLines(path)) {
                var equals = line.indexOf('=');
                if (equals > 0 && !line.startsWith("#")) {
                    var name = line.substring(0, equals)
                            .replaceFirst("^export ", "")
                            .strip();
                    variables.put(name, unquoted(line.substring(equals + 1).strip()));
                }
            }
            return variables;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void write(Map<String, String> variables) {
        var text = new StringBuilder();
        variables.forEach(
                (name, value) -> text.append(name).append('=').append(value).append('\n'));
        try {
            if (!Files.exists(path)) {
                Files.createDirectories(path.toAbsolutePath().getParent());
                Files.createFile(
                        path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.writeString(path, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String unquoted(String value) {
        var quoted = value.length() > 1
                && (value.startsWith("\"") || value.startsWith("'"))
                && value.charAt(0) == value.charAt(value.length() - 1);
        return quoted ? value.substring(1, value.length() - 1) : value;
    }
}
