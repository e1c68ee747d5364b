package io.frontdesk.local.workspace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Random secrets, made when first asked for and kept in a file of {@code NAME=value} lines that only its owner reads. */
public final class Secrets {
    private static final int BYTES = 32;

    private final Path file;
    private final SecureRandom random = new SecureRandom();

    public Secrets(Path file) {
        this.file = file;
    }

    /** The secret of that name: 256 random bits in hexadecimal, the same on every call and in every process. */
    public String get(String name) {
        return FolderLock.holding(file.resolveSibling("secrets.lock"), () -> read(name));
    }

    private String read(String name) {
        try {
            if (!Files.exists(file)) {
                var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
                Files.createFile(file, owner);
            }
            for (var line : Files.readAllLines(file)) {
                if (line.startsWith(name + "=")) {
                    return line.substring(name.length() + 1);
                }
            }
            var secret = randomHex();
            Files.writeString(file, name + "=" + secret + "\n", StandardOpenOption.APPEND);
            return secret;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String randomHex() {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
