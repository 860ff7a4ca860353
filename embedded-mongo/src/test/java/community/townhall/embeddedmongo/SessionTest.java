/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.embeddedmongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Statements are kept and used again, but for those that have failed. */
class SessionTest {

    @TempDir
    Path folder;

    @Test
    void what_has_failed_is_prepared_anew() throws SQLException {
        try (Session session = Session.open(folder.resolve("data"), 100, false, IllegalStateException::new)) {
            session.execute("create table things (n integer)");
            assertThat(session.number("select count(*) from things")).isZero();
            session.execute("drop table things");
            assertThatIllegalStateException().isThrownBy(() -> session.number("select count(*) from things"));
            session.execute("create table things (n integer)");
            assertThat(session.number("select count(*) from things")).isZero();
        }
    }
}
