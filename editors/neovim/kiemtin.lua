-- Neovim 0.7 and newer: :luafile kiemtin.lua, or from init.lua.

vim.api.nvim_create_autocmd({ "BufRead", "BufNewFile" }, {
  pattern = "*.quy",
  command = "setfiletype quy",
})

vim.api.nvim_create_autocmd("FileType", {
  pattern = { "quy", "markdown", "text" },
  callback = function(event)
    local id = vim.lsp.start_client({
      name = "kiemtin",
      cmd = { vim.env.KIEMTIN or "kiemtin", "lsp" },
      root_dir = vim.fn.fnamemodify(event.file, ":p:h"),
    })
    if id then
      vim.lsp.buf_attach_client(event.buf, id)
    end
  end,
})
