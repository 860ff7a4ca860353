/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.mongo;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.springframework.data.mongodb.core.convert.MongoConverter;
import org.springframework.data.mongodb.core.mapping.MongoPersistentProperty;

/** The fields a type of document is mapped to: those to set, and those to unset because they are absent now. */
public final class MappedFields {

    private static final String ID = "_id";

    private final MongoConverter converter;
    private final List<String> names;

    private MappedFields(MongoConverter converter, List<String> names) {
        this.converter = converter;
        this.names = names;
    }

    /** @param leftAlone fields that {@link #settingAll} does not touch */
    public static MappedFields of(MongoConverter converter, Class<?> type, String... leftAlone) {
        Set<String> untouched = Set.of(leftAlone);
        List<String> names = new ArrayList<>();
        for (MongoPersistentProperty property : converter.getMappingContext().getRequiredPersistentEntity(type)) {
            if (!property.getFieldName().equals(ID) && !untouched.contains(property.getFieldName())) {
                names.add(property.getFieldName());
            }
        }
        return new MappedFields(converter, List.copyOf(names));
    }

    /** The whole document, with its {@code _id}. */
    public Document toBson(Object document) {
        Document bson = new Document();
        converter.write(document, bson);
        return bson;
    }

    /** An update that makes the stored fields equal to these, whatever was there, and leaves unmapped ones alone. */
    public Document settingAll(Document bson) {
        Document set = new Document();
        Document unset = new Document();
        for (String name : names) {
            if (bson.containsKey(name)) {
                set.append(name, bson.get(name));
            } else {
                unset.append(name, "");
            }
        }
        Document update = new Document();
        if (!set.isEmpty()) {
            update.append("$set", set);
        }
        if (!unset.isEmpty()) {
            update.append("$unset", unset);
        }
        return update;
    }
}
