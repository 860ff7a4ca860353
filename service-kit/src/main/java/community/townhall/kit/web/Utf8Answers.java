/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.web;

import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.accept.HeaderContentNegotiationStrategy;
import org.springframework.web.context.request.NativeWebRequest;

/**
 * Chooses among the media types that are wanted those that come in UTF-8: no answer can be written in another charset,
 * which would be found out after all has been done. That there is one is seen to by {@link RequestRules}.
 */
final class Utf8Answers extends HeaderContentNegotiationStrategy {

    @Override
    public List<MediaType> resolveMediaTypes(NativeWebRequest request) throws HttpMediaTypeNotAcceptableException {
        List<MediaType> ours = super.resolveMediaTypes(request).stream()
                .filter(RequestRules::isInOurCharset)
                .toList();
        return ours.isEmpty() ? MEDIA_TYPE_ALL_LIST : ours;
    }
}
