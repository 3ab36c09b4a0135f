"""What a unit still has to decide, and the decisions that have lost what they were about."""

from __future__ import annotations

from flask import Blueprint, render_template

from service.app import current_graph
from service.decisions.open import open_questions
from service.live.waiting import Kind
from service.web.asked import year

bp = Blueprint("menunggu", __name__)

TITLES: dict[Kind, str] = {
    "tanpa induk": "Kinerja tanpa induk",
    "puncak": "Lebih dari satu hasil di puncak",
    "tingkat": "Tingkat yang berbeda antartahap",
    "kalimat": "Kalimat baru atau kalimat lama yang diperbaiki?",
    "induk": "Induk yang disimpulkan",
    "lepas": "Keputusan yang kehilangan sasarannya",
}

MEANING: dict[Kind, str] = {
    "tanpa induk": "Tidak ada induk yang tertulis, dan tidak ada yang dapat disimpulkan; jalan ke hasil putus di sini.",
    "puncak": "Biasanya hanya satu yang menjadi hasil akhir. Benarkan sebagai puncak, atau tetapkan induknya.",
    "tingkat": "Tahap 3, 4, dan 5 menyebut tingkat yang berbeda; usul mengikuti suara terbanyak.",
    "kalimat": "Kemiripannya kurang dari 90 persen, jadi pembacaannya perlu dipastikan.",
    "induk": "Disimpulkan dari urutan baris, belum dibenarkan siapa pun. Satu cabang dapat dibenarkan sekaligus.",
    "lepas": "Keputusan ini tetap tercatat tetapi tidak diikuti. Cocokkan kalimatnya, atau urungkan.",
}

SHOWN = 60
"""Questions of one kind on the page; the rest is counted."""


@bp.get("/skpd/<kode>/keputusan")
def page(kode: str) -> str:
    """Questions by kind, the most consequential first."""
    found = open_questions(current_graph(), kode, year())
    return render_template(
        "menunggu.html",
        page=found,
        judul=TITLES,
        arti=MEANING,
        batas=SHOWN,
        revisi=found.revisi,
        urut=found.versi_pohon,
    )
