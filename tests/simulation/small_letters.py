"""The letters of the simulated house: short ones."""

from __future__ import annotations

from tests.samples import TEMPLATE_TEXTS
from watcher.core.letters import templates

#: Small ones: what letters look like is tested elsewhere, and thirty days of them are many.
TEMPLATE_SOURCES = {
    **TEMPLATE_TEXTS,
    "acknowledgement.txt": "Subject: We have your mail\n\nYou hear from us{% if promise %} {{ promise }}{% endif %}.\n",
    "digest.txt": "Subject: {{ headline }}\n\n{{ headline }}\n"
    "{% for item in items %}{{ item.number }} {{ item.subject }} {{ item.acknowledged }}\n{% endfor %}"
    "{% for item in short_items %}{{ item.number }} {{ item.subject }}\n{% endfor %}"
    "{% for glance in glances %}{{ glance.numbers }} {{ glance.subject }}\n{% endfor %}\n",
    "digest.html": "<p>{{ headline }}</p>\n",
    "alert.txt": "Subject: {{ title }}\n\n{{ title }} {{ advice }}\n",
}
TEMPLATES = templates.TemplateSet(TEMPLATE_SOURCES)
