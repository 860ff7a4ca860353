/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import community.townhall.kit.test.ArchitectureRules;

@AnalyzeClasses(packages = "community.townhall.moderation", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchTests rules = ArchTests.in(ArchitectureRules.class);
}
