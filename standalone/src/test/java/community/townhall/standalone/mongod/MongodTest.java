/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.standalone.mongod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import community.townhall.standalone.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MongodTest {

    @TempDir
    Path folder;

    @Test
    void theFirstProgramOnThePathIsIt() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        Path text = Files.createDirectory(folder.resolve("text"));
        Files.createFile(text.resolve("mongod"));
        Path program =
                Files.createFile(Files.createDirectory(folder.resolve("bin")).resolve("mongod"));
        assertThat(program.toFile().setExecutable(true)).isTrue();

        assertThat(Mongod.in(List.of(empty, text, program.getParent()))).isEqualTo(program);
    }

    @Test
    void whereThereIsNoneThatIsSaid() {
        assertThatThrownBy(() -> Mongod.in(List.of(folder)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("no mongod on the PATH");
    }
}
