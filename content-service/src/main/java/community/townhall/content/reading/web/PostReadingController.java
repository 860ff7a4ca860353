/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.reading.web;

import community.townhall.content.reading.PostReadings;
import community.townhall.content.reading.PostView;
import community.townhall.content.reading.PostViews;
import community.townhall.kit.security.Caller;
import community.townhall.kit.security.access.Public;
import community.townhall.kit.web.Problems;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/content/posts")
@Tag(name = "Posts")
class PostReadingController {

    private final PostReadings readings;
    private final PostViews views;

    PostReadingController(PostReadings readings, PostViews views) {
        this.readings = readings;
        this.views = views;
    }

    @GetMapping("/{id}")
    @Public
    @Operation(summary = "One post")
    PostView getPost(@Nullable Caller caller, @PathVariable String id) {
        return readings.find(id)
                .filter(reading -> views.mayRead(reading.post(), caller))
                .map(reading -> views.view(reading, caller))
                .orElseThrow(() -> Problems.notFound("post", id));
    }
}
