/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.texts;

import com.ibm.icu.text.Normalizer2;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names by which a member would pass for one of those who run the community. */
public final class StaffNames {

    /** What may stand around a name without changing whom it seems to name: digits, signs, and a few words. */
    private static final Pattern TRIMMINGS = Pattern.compile("^(the|official|官方)|(team|s|团队|组)$");

    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{M}]+");
    /** On a letter that is one without it: the names of staff are written without any. */
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private static final Pattern EDGES = Pattern.compile("^[^\\p{L}\\p{M}]+|[^\\p{L}\\p{M}]+$");

    private static final Set<String> LOOKS = Stream.of(
                    "operator",
                    "moderator",
                    "mod",
                    "administrator",
                    "admin",
                    "staff",
                    "support",
                    "system",
                    "root",
                    "sysop",
                    "townhall",
                    "official",
                    "运营",
                    "运营者",
                    "运营人员",
                    "操作员",
                    "版主",
                    "管理员",
                    "管理",
                    "管理者",
                    "系统",
                    "系统管理员",
                    "官方",
                    "客服",
                    "市政厅")
            .map(Names::looksLike)
            .collect(Collectors.toUnmodifiableSet());

    private StaffNames() {}

    /** Whether somebody of that name would be taken for staff, however it is spelt ({@code 0perator}, {@code Οperator}). */
    public static boolean isOne(String name) {
        String letters = NO_LETTERS.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("");
        String bare =
                MARKS.matcher(Normalizer2.getNFDInstance().normalize(letters)).replaceAll("");
        return Stream.of(
                        name,
                        EDGES.matcher(name).replaceAll(""),
                        letters,
                        TRIMMINGS.matcher(letters).replaceAll(""),
                        TRIMMINGS.matcher(bare).replaceAll(""),
                        bare.replace("vv", "w")) // which Unicode's table of look-alikes does not have
                .map(Names::looksLike)
                .anyMatch(LOOKS::contains);
    }
}
