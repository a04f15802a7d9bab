"""How the learned reader is made and measured: corpora, windows, network, fitting, export.

Only what trains needs torch: ``__main__``, ``neural_network``, ``fitting``, ``losses`` and
``onnx_export``. Calibration, ablation and what they judge with run without it.
"""
