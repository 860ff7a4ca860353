/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.standalone.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import community.townhall.standalone.Refusal;
import community.townhall.standalone.plan.Plan;
import community.townhall.standalone.plan.Ports;
import community.townhall.standalone.plan.Settings;
import java.io.IOException;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

    private static final Settings SETTINGS = new Settings(new Ports(8080), null, null, null);

    @TempDir
    Path folder;

    private Path root;
    private DataDirectory data;

    @BeforeEach
    void directory() {
        root = folder.resolve("data");
        data = DataDirectory.at(root);
    }

    @Test
    void secretsAreMadeOnceAndReadByTheirOwnerOnly() throws IOException {
        data.prepare();
        Secrets secrets = data.secrets();
        DataDirectory.at(root).prepare();
        assertThat(DataDirectory.at(root).secrets()).isEqualTo(secrets);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(root.resolve("secrets.properties"))))
                .isEqualTo("rw-------");
    }

    @Test
    void whatKilledProcessesPutAsideIsGoneInTheNextRun() throws IOException {
        data.prepare();
        Files.createDirectories(data.temporary().resolve("tomcat.8080.1/work"));
        Files.writeString(data.temporary().resolve("tomcat.8080.1/work/page"), "x");
        data.clearTemporary();
        assertThat(data.temporary()).isEmptyDirectory();
    }

    @Test
    void secretsThatAnEarlierReleaseDidNotNeedAreAddedOnce() throws IOException {
        data.prepare();
        Files.writeString(root.resolve("secrets.properties"), "scriptSecret=abc\noperatorPassword=def\n");
        data.prepare();
        Secrets completed = data.secrets();
        assertThat(completed.operatorPassword()).isEqualTo("def");
        assertThat(Base64.getDecoder().decode(completed.auditKey())).hasSize(32);
        assertThat(Base64.getDecoder().decode(completed.keysSecret())).hasSize(32);
        assertThat(DataDirectory.at(root).secrets()).isEqualTo(completed);
    }

    @Test
    void everyDirectoryHasSecretsOfItsOwn() {
        data.prepare();
        DataDirectory other = DataDirectory.at(folder.resolve("other"));
        other.prepare();
        assertThat(other.secrets().operatorPassword())
                .isNotEqualTo(data.secrets().operatorPassword());
        assertThat(other.secrets().scriptSecret()).isNotEqualTo(data.secrets().scriptSecret());
    }

    @Test
    void anEmptyDirectoryIsFine() throws IOException {
        Files.createDirectories(root);
        data.prepare();
        assertThat(data.exists()).isTrue();
    }

    @Test
    void somebodyElsesDirectoryIsRefusedAndLeftAlone() throws IOException {
        Files.createDirectories(root);
        Files.writeString(root.resolve("thesis.txt"), "…");
        assertThatThrownBy(data::prepare).isInstanceOf(Refusal.class).hasMessageContaining("something else");
        assertThat(root).isDirectoryNotContaining(file -> !file.endsWith("thesis.txt"));
    }

    @Test
    void aFileIsRefused() throws IOException {
        Files.writeString(root, "…");
        assertThatThrownBy(data::prepare).isInstanceOf(Refusal.class);
    }

    @Test
    void aDirectoryThatWasCutOffWhileBeingMadeIsRefused() throws IOException {
        data.prepare();
        Files.delete(root.resolve("townhall.properties"));
        assertThatThrownBy(data::prepare).isInstanceOf(Refusal.class).hasMessageContaining("incomplete");
    }

    @Test
    void aDirectoryWithoutItsSecretsIsRefused() throws IOException {
        data.prepare();
        Files.delete(root.resolve("secrets.properties"));
        assertThatThrownBy(data::prepare).isInstanceOf(Refusal.class).hasMessageContaining("secrets.properties");
    }

    @Test
    void aDirectoryWithHalfItsSecretsIsRefused() throws IOException {
        data.prepare();
        Files.writeString(root.resolve("secrets.properties"), "scriptSecret=abc\n");
        assertThatThrownBy(data::prepare).isInstanceOf(Refusal.class).hasMessageContaining("secrets.properties");
    }

    @Test
    void aNewerLayoutIsRefused() throws IOException {
        data.prepare();
        Files.writeString(root.resolve("townhall.properties"), "layout=2\n");
        assertThatThrownBy(data::prepare).isInstanceOf(Refusal.class).hasMessageContaining("layout 2");
    }

    @Test
    void dataThatWasThereAndIsGoneIsNotTakenForAFreshStart() throws IOException {
        Plan plan = new Plan(SETTINGS);
        data.prepare();
        data.checkComplete(plan);
        Files.createDirectories(data.kafka());
        Files.writeString(data.kafka().resolve("meta.properties"), "");
        Files.writeString(data.mongo(), "");
        data.rememberServers(plan);
        data.checkComplete(plan);

        Files.delete(data.mongo());
        assertThatThrownBy(() -> data.checkComplete(plan))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("mongo");
        Files.writeString(data.mongo(), "");
        Files.delete(data.kafka().resolve("meta.properties"));
        assertThatThrownBy(() -> data.checkComplete(plan))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("Kafka");
    }

    @Test
    void onlyOneSupervisorHoldsTheLock() throws IOException {
        data.prepare();
        try (var channel = data.lock().orElseThrow().acquiredBy()) {
            assertThat(channel.isOpen()).isTrue();
            // Within one JVM the second attempt is an exception; between processes it is an absent lock.
            assertThatThrownBy(data::lock).isInstanceOf(OverlappingFileLockException.class);
        }
        assertThat(data.lock()).isPresent();
    }

    @Test
    void aRunIsFoundAgain() {
        data.prepare();
        assertThat(data.run()).isEmpty();
        Run run = new Run(42, SETTINGS, true);
        data.note(run);
        assertThat(DataDirectory.at(root).run()).contains(run);
    }

    @Test
    void whatIsSaidOnceIsSaidOnce() {
        data.prepare();
        assertThat(data.firstTime("hello")).isTrue();
        assertThat(DataDirectory.at(root).firstTime("hello")).isFalse();
    }

    @Test
    void aProcessNoteIsOnlyBelievedForTheProcessThatWroteIt() throws IOException {
        data.prepare();
        ProcessFile file = data.processFile("content");
        assertThat(file.process()).isEmpty();
        Files.writeString(file.path(), "not a number");
        assertThat(file.process()).isEmpty();
        // Ours is alive, but its command line does not name the directory.
        Files.writeString(file.path(), Long.toString(ProcessHandle.current().pid()));
        assertThat(file.process()).isEmpty();
    }

    @Test
    void aProcessStartsBeforeItsNote() {
        Instant noted = Instant.parse("2026-01-01T12:00:00Z");
        assertThat(ProcessFile.isBefore(noted.minusSeconds(3), noted)).isTrue();
        assertThat(ProcessFile.isBefore(noted.plusSeconds(1), noted)).isTrue();
        assertThat(ProcessFile.isBefore(noted.plusSeconds(10), noted)).isFalse();
        assertThat(ProcessFile.isBefore(noted.minusSeconds(3600), noted)).isTrue(); // a build went before
    }
}
