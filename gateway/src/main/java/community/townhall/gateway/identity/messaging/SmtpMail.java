/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.identity.messaging;

import community.townhall.gateway.ConditionalOnBuiltInIdentity;
import community.townhall.gateway.IdentityProperties;
import community.townhall.gateway.identity.Letter;
import community.townhall.gateway.identity.Mail;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** By the mail server that {@code spring.mail.host} names; where it names none, there is no mail. */
@Component
@ConditionalOnBuiltInIdentity
final class SmtpMail implements Mail {

    private final @Nullable JavaMailSender server;
    private final @Nullable String from;

    SmtpMail(ObjectProvider<JavaMailSender> server, IdentityProperties properties) {
        this.server = server.getIfAvailable();
        this.from = properties.mailFrom();
        if (this.server != null && (from == null || from.isBlank())) {
            throw new IllegalStateException("spring.mail.host is set: townhall.identity.mail-from must be set too");
        }
    }

    @Override
    public boolean isSetUp() {
        return server != null;
    }

    @Override
    public void send(Letter letter) throws NotSent {
        if (server == null) {
            throw new NotSent(new IllegalStateException("There is no mail server"));
        }
        SimpleMailMessage message = new SimpleMailMessage();
        message.setFrom(String.valueOf(from));
        message.setTo(letter.to().value());
        message.setSubject(letter.subject());
        message.setText(letter.text());
        try {
            server.send(message);
        } catch (MailException away) {
            throw new NotSent(away);
        }
    }
}
